import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { oneAtATime, Transactions } from '@porchlight/platform';
import { randomUUID } from 'node:crypto';
import { PrivateFiles } from './private-files';
import { ProjectFile } from './project-file.entity';

type About = Pick<ProjectFile, 'name' | 'kind' | 'mediaType' | 'size' | 'smallSize' | 'width' | 'height'>;

/** Rows that come before bytes and outlive them: nothing lies in the private folder that no row knows of, whatever fails. */
@Injectable()
export class NotedFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: PrivateFiles,
  ) {}

  /** As nobody's yet. The same upload once more keeps to the ids of the first, under which its bytes may lie already. */
  async note(companyId: string, id: string, about: About): Promise<void> {
    await this.transactions.run({ companyId }, async (em) => {
      await oneAtATime(em, id);
      const known = await em.findOne(ProjectFile, { id });
      if (known?.projectId) return;
      const file = known ?? newFile(companyId, id);
      Object.assign(file, { ...about, addedAt: new Date() });
      em.persist(file);
    });
  }

  /** The bytes of a file that was removed: at once, and should that fail the sweep does it. */
  dropAfter(em: EntityManager, { id, smallId }: ProjectFile): void {
    for (const one of [id, smallId]) this.transactions.afterCommit(em, () => this.files.drop(one));
  }
}

const newFile = (companyId: string, id: string): ProjectFile => {
  const file = new ProjectFile();
  file.id = id;
  file.companyId = companyId;
  file.projectId = null;
  file.version = 1;
  file.title = '';
  file.smallId = randomUUID();
  file.addedBy = '';
  file.sharedAt = null;
  file.forgetPublic();
  return file;
};
