import type { PortalViewV1 } from '@porchlight/contracts';

/** Whether a view names this file: of all that lies in the folder, its viewers may have that and no more. */
export const namesFile = ({ projectId, company, updates, shared }: PortalViewV1, id: string): boolean =>
  [
    company.logoUrl,
    ...(company.pictures ?? []).map(({ url }) => url),
    ...updates.map(({ photoUrl }) => photoUrl),
    ...shared.map(({ url }) => url),
  ].includes(`/api/portal/${projectId}/files/${id}`);
