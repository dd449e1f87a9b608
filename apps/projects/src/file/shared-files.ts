import { Injectable } from '@nestjs/common';
import type { ProjectFile as ProjectFileReply } from '@porchlight/contracts';
import type { Caller } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { ProjectAccess } from '../project/project-access';
import { findFile } from './find-file';
import { named, projectFileReply } from './project-file.mapper';
import { Sharing } from './sharing';

/** Shares files with the customer, one by one, and takes them back. */
@Injectable()
export class SharedFiles {
  constructor(
    private readonly access: ProjectAccess,
    private readonly trail: Trail,
    private readonly sharing: Sharing,
  ) {}

  /** Anyone with a link, and every customer, sees it at once. */
  async share(caller: Caller, projectId: string, id: string, version: number): Promise<ProjectFileReply> {
    await this.access.write(caller, projectId, 'file.change', async (change) =>
      this.sharing.prepare(change, await findFile(change, id, version)),
    );
    return this.access.write(caller, projectId, 'file.change', async (change) => {
      const file = await findFile(change, id, version);
      await this.sharing.show(change, file);
      return projectFileReply(file, projectId);
    });
  }

  /** Of an archived project too: its hand-over page stays open. */
  unshare(caller: Caller, projectId: string, id: string, version: number): Promise<ProjectFileReply> {
    return this.access.write(
      caller,
      projectId,
      'file.change',
      async (change) => {
        const file = await findFile(change, id, version);
        if (this.sharing.takeBack(change, file)) {
          file.version += 1;
          await this.trail.ofPart(change, { ...named(file), action: 'unshared' });
        }
        return projectFileReply(file, projectId);
      },
      { evenArchived: true },
    );
  }
}
