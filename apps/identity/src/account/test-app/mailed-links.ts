import { CapabilityTokens } from '@porchlight/platform';
import type { System } from '@porchlight/testing';
import { randomBytes } from 'node:crypto';

/** A token key of a spec's own, so that it can make the links that are mailed. */
export const tokenKeys = `1:${randomBytes(32).toString('base64url')}`;

const newest = async (system: System, table: string, email: string): Promise<string> => {
  const [row] = await system.sql<{ id: string }>(
    'identity',
    `select id from ${table} where email = $1 order by id desc limit 1`,
    [email],
  );
  if (!row) throw new Error(`nothing was mailed to ${email}`);
  return row.id;
};

/** The token of the newest reset link that went to this address. */
export const resetToken = async (system: System, email: string): Promise<string> =>
  new CapabilityTokens(tokenKeys, 'password-reset').mint({
    id: await newest(system, 'password_reset', email),
    generation: 1,
  });

/** The token of the newest confirmation link that went to this address. */
export const confirmationToken = async (system: System, email: string): Promise<string> =>
  new CapabilityTokens(tokenKeys, 'email-confirmation').mint({
    id: await newest(system, 'email_confirmation', email),
    generation: 1,
  });

/** Lets every bucket be full again, as time does. */
export const refill = (system: System): Promise<unknown> => system.sql('identity', 'delete from rate_limit');
