import type { PortalProjectV1, PortalShellV1 } from '@porchlight/contracts';

/** What is told to the viewers of one portal, at once or when they ask for older updates. */
interface Told {
  readonly project: Pick<PortalProjectV1, 'projectId' | 'updates' | 'shared'>;
  readonly shell: Pick<PortalShellV1, 'company'>;
}

/** A file that a portal names, and of a document what it is. */
interface NamedFile {
  readonly document: string | null;
}

/** Null where a portal does not name this file: of all that lies in the folder, its viewers may have that and no more. */
export const namedFile = ({ project, shell: { company } }: Told, id: string): NamedFile | null => {
  const { projectId, updates, shared } = project;
  const wanted = `/api/portal/${projectId}/files/${id}`;
  const document = shared.find(({ kind, url }) => kind === 'document' && url === wanted);
  if (document) return { document: document.mediaType ?? '' };
  const pictures = [
    company.logoUrl,
    ...(company.pictures ?? []).map(({ url }) => url),
    ...updates.flatMap(({ photoUrl, smallUrl }) => [photoUrl, smallUrl]),
    ...shared.flatMap(({ url, smallUrl }) => [url, smallUrl]),
  ];
  return pictures.includes(wanted) ? { document: null } : null;
};
