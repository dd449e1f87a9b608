import { fileLimit, fileTypes, pictureLimit, pictureTypes } from '@porchlight/media';
import type { RawBodyRule } from '@porchlight/platform';

const picture = { types: pictureTypes, limit: pictureLimit };

/** Every route of leads whose body is bytes; all others take JSON. */
export const rawBodies: readonly RawBodyRule[] = [
  { method: 'PUT', path: '/api/leads/brand/logo', ...picture },
  { method: 'POST', path: '/api/leads/brand/pictures', ...picture },
  { method: 'POST', path: '/api/leads/:id/files', types: fileTypes, limit: fileLimit },
];
