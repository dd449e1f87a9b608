import { z } from 'zod';
import { portalProjectV1Schema } from './project';
import { portalShellV1Schema } from './shell';

/** What a homeowner's screen gets, whole, in every answer and frame. `version` only ever rises. */
export const portalViewV1Schema = z.object({
  ...portalProjectV1Schema.shape,
  ...portalShellV1Schema.shape,
  /** How many updates there are beside the newest three of `updates`. */
  olderUpdates: z.int().nonnegative().optional(),
  version: z.int().positive(),
});
export type PortalViewV1 = z.infer<typeof portalViewV1Schema>;
