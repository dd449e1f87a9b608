import { z } from 'zod';
import { portalCompanySchema } from './shell';
import { portalViewV1Schema } from './view';

/**
 * What the gateway writes into the portal's page (`<script type="application/json" id="entry">`), so that the first
 * screen needs no further request. Only `view` holds project data; `no_access` is the same for every address.
 */
export const portalEntrySchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('view'), viewer: z.enum(['link', 'customer', 'builder']), view: portalViewV1Schema }),
  /** The clean address without a good cookie. */
  z.object({ state: z.literal('no_access') }),
  /** `unknown` carries no company: it is the same for every wrong token. */
  z.object({
    state: z.literal('dead_link'),
    reason: z.enum(['unknown', 'revoked', 'expired']),
    company: portalCompanySchema.optional(),
  }),
  /** The project was created a moment ago and its first view is on its way. */
  z.object({ state: z.literal('not_ready') }),
  /** Something on our side is away, so that nobody can tell what is to be seen. `company` where it is known whose page it is. */
  z.object({ state: z.literal('unavailable'), company: portalCompanySchema.optional() }),
]);
export type PortalEntry = z.infer<typeof portalEntrySchema>;
