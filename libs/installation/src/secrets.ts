import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { busUsers, databaseRoles } from './accounts';

const secretsSchema = z.object({
  postgres: z.string(),
  redis: z.string(),
  /** By database role. */
  roles: z.record(z.string(), z.string()),
  /** By NATS user. */
  busUsers: z.record(z.string(), z.string()),
  /** identity's private signing keys: JWKs as JSON. */
  signingKeys: z.string(),
  /** Keys of capability tokens, `<version>:<base64url of 32 bytes>`. */
  invitationKeys: z.string(),
  linkKeys: z.string(),
  formKeys: z.string(),
  demoPassword: z.string(),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** A letter first: NATS takes what begins with a digit in its environment for a number. */
const password = (): string => `p${randomBytes(24).toString('hex')}`;

const signingKey = (): object => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' };
};

const tokenKey = (): string => `1:${randomBytes(32).toString('base64url')}`;

/** New secrets for a whole system. */
export const makeSecrets = (): Secrets => ({
  postgres: password(),
  redis: password(),
  roles: Object.fromEntries(databaseRoles.map((role) => [role, password()])),
  busUsers: Object.fromEntries(busUsers.map((user) => [user, password()])),
  signingKeys: JSON.stringify([signingKey()]),
  invitationKeys: tokenKey(),
  linkKeys: tokenKey(),
  formKeys: tokenKey(),
  demoPassword: `porch-${randomBytes(6).toString('hex')}`,
});

/** The secrets kept in `file`, made the first time and added to when there are new ones; only its owner can read it. */
export const keptSecrets = async (file: string): Promise<Secrets> => {
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as object) : {};
  const secrets = secretsSchema.parse({ ...makeSecrets(), ...kept });
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
};
