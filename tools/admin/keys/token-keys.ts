import { PlainError } from '@porchlight/installation';
import { tokenKeysSchema } from '@porchlight/platform';
import { randomBytes } from 'node:crypto';

/** Keys of capability tokens by version, `1:<base64url>,2:…`: the highest signs, all of them verify. */
const parse = (keys: string): Map<number, string> => {
  if (!tokenKeysSchema.safeParse(keys).success) throw new PlainError('these are no token keys');
  return new Map(
    keys.split(',').map((entry) => {
      const [version = '', key = ''] = entry.trim().split(':');
      return [Number(version), key];
    }),
  );
};

const format = (keys: ReadonlyMap<number, string>): string =>
  [...keys].map(([version, key]) => `${version}:${key}`).join(',');

/** The versions in a set of keys, lowest first. Throws a `PlainError` for what is no set of keys. */
export const versionsIn = (keys: string): number[] => [...parse(keys).keys()].sort((a, b) => a - b);

/** With a new key, which signs from now on; those before go on verifying. */
export const withNewKey = (keys: string): string => {
  const parsed = parse(keys);
  const next = Math.max(...parsed.keys()) + 1;
  if (next > 255) throw new PlainError('version 255 is the last one there can be');
  return format(parsed.set(next, randomBytes(32).toString('base64url')));
};

/** Without the key of that version. Throws a `PlainError` for one that is not there, and for the one that signs. */
export const withoutKey = (keys: string, version: number): string => {
  const parsed = parse(keys);
  if (!parsed.has(version))
    throw new PlainError(`there is no key ${version}; there are ${versionsIn(keys).join(', ')}`);
  if (version === Math.max(...parsed.keys())) throw new PlainError(`key ${version} signs: rotate first`);
  parsed.delete(version);
  return format(parsed);
};
