import { z } from 'zod';
import { idSchema } from '@porchlight/contracts';

/** Who asks, as the access token says. */
export interface Caller {
  readonly personId: string;
  readonly sid: string;
  /** The membership version when the token was made; a service whose copy is older asks identity. */
  readonly membershipVersion: number;
  /** When the token runs out, in ms since the epoch; for answers that last. */
  readonly expiresAt?: number;
}

export const accessTokenIssuer = 'porchlight';
export const accessTokenAudience = 'porchlight-api';
export const accessTokenType = 'at+jwt';

/**
 * A verified token with its header (RFC 9068 for the type). A header that says more than ours is none of ours: what it adds
 * may be a key of its own, or critical (RFC 7515 4.1.11).
 */
export const accessTokenSchema = z.object({
  header: z.strictObject({ typ: z.literal(accessTokenType), alg: z.literal('ES256'), kid: z.string() }),
  payload: z.object({ sub: idSchema, sid: idSchema, mv: z.int().nonnegative(), exp: z.number() }),
});
