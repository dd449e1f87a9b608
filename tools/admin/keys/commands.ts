import { environmentFile, PlainError } from '@porchlight/installation';
import { readArguments, UsageError, type Command } from '../command';
import { connected, inTransaction } from '../connected';
import { databaseUrl } from '../settings';
import { keySet, keySets, keysNow, setNames, type KeySet } from './key-sets';
import { kidsIn, withoutSigning, withPrepared, withSigning } from './signing-keys';
import { versionsIn, withNewKey, withoutKey } from './token-keys';

const options = { as: { type: 'string', default: 'env' } } as const;

/** A line for `.env`, or a patch of the Secret. */
const written = (set: KeySet, keys: string, as: string): string => {
  if (as === 'env') return environmentFile({ [set.variable]: keys });
  if (as === 'kubernetes') return JSON.stringify({ stringData: { [set.key]: keys } });
  throw new UsageError('--as takes env or kubernetes');
};

const next = ({ service }: KeySet): string => `put it into force: start ${service} again with what was printed`;

const endingWith = async ({ affected }: KeySet, version: number): Promise<string[]> =>
  affected
    ? connected(databaseUrl(), (client) => inTransaction(client, 'read only', () => affected(client, version)))
    : [];

export const keysList: Command = {
  name: 'keys list',
  takes: '',
  says: 'lists the sets of keys and their versions, never a key; the one that signs is marked',
  async run(args, say) {
    readArguments(args, {});
    for (const set of keySets) {
      const keys = keysNow(set);
      const names = set.name === 'signing' ? kidsIn(keys) : versionsIn(keys).reverse();
      say(`${set.name} (${set.signs}): ${names.map((name, index) => (index === 0 ? `${name}*` : name)).join(', ')}`);
    }
  },
};

export const keysRotate: Command = {
  name: 'keys rotate',
  takes: `${setNames} [--to <kid>] [--as env|kubernetes]`,
  says: 'prints a set of keys with a new one that signs; the ones before go on verifying, so links and sessions stay. With --to, of signing, the prepared one signs',
  prints: true,
  async run(args, say, print) {
    const { values, words } = readArguments(args, { ...options, to: { type: 'string' } }, 1);
    const set = keySet(words[0]);
    if (values.to !== undefined && set.name !== 'signing') throw new UsageError('--to is for signing');
    const keys = set.name === 'signing' ? withSigning(keysNow(set), values.to) : withNewKey(keysNow(set));
    print(written(set, keys, values.as));
    say(next(set));
  },
};

export const keysPrepare: Command = {
  name: 'keys prepare',
  takes: 'signing [--as env|kubernetes]',
  says: 'prints the signing keys with a new one that is published and does not sign yet: the step before `keys rotate signing --to` where replicas are replaced one by one',
  prints: true,
  async run(args, say, print) {
    const { values, words } = readArguments(args, options, 1);
    const set = keySet(words[0]);
    if (set.name !== 'signing') throw new UsageError('only signing keys are prepared');
    const keys = withPrepared(keysNow(set));
    print(written(set, keys, values.as));
    say(`${next(set)}; then keys rotate signing --to ${kidsIn(keys).at(-1)}`);
  },
};

export const keysRetire: Command = {
  name: 'keys retire',
  takes: `${setNames} <version or kid> [--yes] [--as env|kubernetes]`,
  says: 'prints a set of keys without an old one; what was signed with it no longer works, which is listed first, and asks for --yes where there is such',
  prints: true,
  async run(args, say, print) {
    const { values, words } = readArguments(args, { ...options, yes: { type: 'boolean' } }, 2);
    const set = keySet(words[0]);
    const wanted = words[1];
    if (!wanted) throw new UsageError('which one? `admin keys list` names them');
    const keys =
      set.name === 'signing' ? withoutSigning(keysNow(set), wanted) : withoutKey(keysNow(set), Number(wanted));
    const ends = await endingWith(set, Number(wanted));
    for (const end of ends) say(`ends: ${end}`);
    if (ends.length > 0 && !values.yes) throw new PlainError(`${ends.length} would no longer work: say --yes`);
    if (set.name === 'signing') say('wait ten minutes after the rotation: so long live the tokens that it signed');
    print(written(set, keys, values.as));
    say(next(set));
  },
};
