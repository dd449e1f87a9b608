import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, oneAtATime, problems, sql } from '@porchlight/platform';
import type { Config } from '../config';
import type { Visit } from '../project/project-access';
import { ProjectFile } from './project-file.entity';

const mostFiles = 500;
const mostShared = 120;

/** How much there may be: files of a project, files it shares, and bytes of a company. */
@Injectable()
export class FileSpace {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For one more file of so many bytes. The company's uploads wait for one another here, so that they cannot pass together. */
  async requireRoom({ em, projectId, companyId }: Visit, size = 1): Promise<void> {
    if ((await em.count(ProjectFile, { projectId })) >= mostFiles)
      throw problems.conflict('too_many_files', `There are ${mostFiles} files already: remove one first.`);
    await oneAtATime(em, companyId);
    const [sum] = await sql<{ bytes: string }>(
      em,
      'select coalesce(sum(size), 0)::text as bytes from project_file where company_id = ? and project_id is not null',
      [companyId],
    );
    if (Number(sum?.bytes ?? 0) + size > this.config.LIMIT_STORED_BYTES)
      throw problems.conflict(
        'too_many_files',
        'The files of your company take up all of its space: remove some first.',
      );
  }

  /** For one more that is shared. */
  async requireRoomToShare({ em, projectId }: Visit): Promise<void> {
    if ((await em.count(ProjectFile, { projectId, sharedAt: { $ne: null } })) < mostShared) return;
    throw problems.conflict('too_many_files', `${mostShared} files are shared already: unshare one first.`);
  }
}
