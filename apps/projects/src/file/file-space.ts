import { Inject, Injectable } from '@nestjs/common';
import { insistOnRoom } from '@porchlight/media';
import { CONFIG, oneAtATime, problems, sql } from '@porchlight/platform';
import type { Config } from '../config';
import type { Visit } from '../project/project-access';
import { ProjectFile } from './project-file.entity';

const mostFiles = 500;
const mostShared = 120;
const remedy = 'Delete files of your projects, or stop sharing some, to make room.';

/** How much there may be: files of a project, files it shares, and bytes of a company. */
@Injectable()
export class FileSpace {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For one more file; of so many bytes, once they are known. */
  async requireRoom(visit: Visit, needed?: number): Promise<void> {
    const { em, projectId } = visit;
    if ((await em.count(ProjectFile, { projectId })) >= mostFiles)
      throw problems.conflict('too_many_files', `There are ${mostFiles} files already: remove one first.`);
    await this.requireBytes(visit, needed);
  }

  /** For one more that is shared. Once it is noted where its copies will lie, their bytes are counted. */
  async requireRoomToShare(visit: Visit, file: ProjectFile): Promise<void> {
    const { em, projectId } = visit;
    if ((await em.count(ProjectFile, { projectId, sharedAt: { $ne: null } })) >= mostShared)
      throw problems.conflict('too_many_files', `${mostShared} files are shared already: unshare one first.`);
    if (file.publicId === null) await this.requireBytes(visit, file.wholeSize);
  }

  /** Whatever of the company takes up room waits for one another here, so that no two pass together. */
  private async requireBytes({ em, companyId }: Visit, needed?: number): Promise<void> {
    await oneAtATime(em, companyId);
    const [sum] = await sql<{ bytes: string }>(
      em,
      `select coalesce(sum((size::bigint + small_size) * case when public_id is null then 1 else 2 end), 0)::text as bytes
       from project_file where company_id = ? and project_id is not null`,
      [companyId],
    );
    insistOnRoom({ limit: this.config.LIMIT_STORED_BYTES, taken: Number(sum?.bytes ?? 0), needed, remedy });
  }
}
