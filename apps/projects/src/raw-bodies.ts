import { fileLimit, fileTypes } from '@porchlight/media';
import type { RawBodyRule } from '@porchlight/platform';

/** Every route of projects whose body is bytes; all others take JSON. */
export const rawBodies: readonly RawBodyRule[] = [
  { method: 'POST', path: '/api/projects/:id/files', types: fileTypes, limit: fileLimit },
];
