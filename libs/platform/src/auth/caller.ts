import { z } from 'zod';
import { idSchema } from '@porchlight/contracts';

/** Who asks, as the access token says. */
export interface Caller {
  readonly personId: string;
  readonly sid: string;
  /** The membership version when the token was made; a service whose copy is older asks identity. */
  readonly membershipVersion: number;
}

export const accessTokenIssuer = 'porchlight';
export const accessTokenAudience = 'porchlight-api';
export const accessTokenType = 'at+jwt';

/** A verified token with its header, as far as we use it (RFC 9068 for the type). */
export const accessTokenSchema = z.object({
  header: z.object({ typ: z.literal(accessTokenType), alg: z.literal('ES256'), kid: z.string() }),
  payload: z.object({ sub: idSchema, sid: idSchema, mv: z.int().nonnegative(), exp: z.number() }),
});
