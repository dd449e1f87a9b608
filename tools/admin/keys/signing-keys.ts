import { makeSecrets, PlainError } from '@porchlight/installation';
import { z } from 'zod';

const keysSchema = z.array(z.looseObject({ kid: z.string().min(1), d: z.string().min(1) })).min(1);
type Keys = z.infer<typeof keysSchema>;

/** Identity's private keys as a JSON array of JWKs: the first signs, all of them are published. */
const parse = (text: string): Keys => {
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch {
    // Not quoted: it is a secret.
    throw new PlainError('these are no signing keys');
  }
};

const newKey = (): Keys => parse(makeSecrets().signingKeys);

/** The ids of the keys, the one that signs first. */
export const kidsIn = (text: string): string[] => parse(text).map(({ kid }) => kid);

/** With a new key that is published and does not sign yet: for when replicas are replaced one by one. */
export const withPrepared = (text: string): string => JSON.stringify([...parse(text), ...newKey()]);

/** With a new key that signs, or with the prepared one of that id. */
export const withSigning = (text: string, kid?: string): string => {
  const keys = parse(text);
  if (kid === undefined) return JSON.stringify([...newKey(), ...keys]);
  const chosen = keys.find((key) => key.kid === kid);
  if (!chosen) throw new PlainError(`there is no key ${kid}; there are ${kidsIn(text).join(', ')}`);
  return JSON.stringify([chosen, ...keys.filter((key) => key !== chosen)]);
};

/** Without the key of that id. Throws a `PlainError` for one that is not there, and for the one that signs. */
export const withoutSigning = (text: string, kid: string): string => {
  const keys = parse(text);
  const [first] = keys;
  if (!keys.some((key) => key.kid === kid))
    throw new PlainError(`there is no key ${kid}; there are ${kidsIn(text).join(', ')}`);
  if (first?.kid === kid) throw new PlainError(`key ${kid} signs: rotate first`);
  return JSON.stringify(keys.filter((key) => key.kid !== kid));
};
