import { LockMode } from '@mikro-orm/postgresql';
import { problems } from '@porchlight/platform';
import type { ProjectChange } from '../project/project-access';
import { ProjectFile } from './project-file.entity';
import { projectFileReply } from './project-file.mapper';

/** The file to be changed, held against the sweep. Throws 404, and 412 where it is not as the caller knew it. */
export const findFile = async ({ em, projectId }: ProjectChange, id: string, version: number): Promise<ProjectFile> => {
  const file = await em.findOne(ProjectFile, { id, projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!file) throw problems.notFound('file');
  if (file.version !== version) throw problems.stale(projectFileReply(file, projectId));
  return file;
};
