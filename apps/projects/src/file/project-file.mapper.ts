import type { ProjectFile as ProjectFileReply } from '@porchlight/contracts';
import type { ProjectFile } from './project-file.entity';

/** A file as builders see it; of one that is nobody's there is none. */
export const projectFileReply = (file: ProjectFile, projectId: string): ProjectFileReply => ({
  id: file.id,
  projectId,
  version: file.version,
  name: file.name,
  title: file.title,
  kind: file.kind,
  mediaType: file.mediaType,
  size: file.size,
  width: file.width,
  height: file.height,
  addedAt: file.addedAt.toISOString(),
  addedBy: file.addedBy,
  sharedAt: file.sharedAt?.toISOString() ?? null,
});

/** What the trail calls it. */
export const named = (file: ProjectFile) => ({
  subject: 'file' as const,
  id: file.id,
  name: file.title || file.name,
  version: file.version,
});
