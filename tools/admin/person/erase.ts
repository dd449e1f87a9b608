import { PlainError } from '@porchlight/installation';
import { purgeBus } from '@porchlight/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { readArguments, type Command } from '../command';
import { connected, inTransaction } from '../connected';
import { erasureSettings } from '../settings';
import { erase, standFor, type Erased } from './erasure/erasure';
import { replaceMentions } from './erasure/replaced-mentions';
import { emailIn } from './export';
import { knownPerson, type KnownPerson } from './known-person';
import type { Stand } from './mentions';

const kind = 'isolation level read committed';
/** In which what was under way as it happened has been stored. */
const settlesWithinMs = 1_000;

/** Ends a transaction that has told all there was to tell. */
class OnlyLooked extends Error {
  constructor(readonly erased: Erased) {
    super();
  }
}

export const personErase: Command = {
  name: 'person erase',
  takes: '<e-mail> [--yes]',
  says: 'takes a person out of every service: their account, sessions, links, invitations and queued mails end, and where companies keep what was done they become a former member or contact. Without --yes it says what it would do',
  async run(args, say) {
    const { values, words } = readArguments(args, { yes: { type: 'boolean' } }, 1);
    const email = emailIn(words);
    const { databaseUrl, busUrl } = erasureSettings();
    await connected(databaseUrl, async (client) => {
      const person = await knownPerson(client, email);
      const stand = standFor(person);
      if (!values.yes) {
        const would = await lookedAt(client, person, stand);
        if (would.rows.size === 0 && !isKnown(person)) throw new PlainError('nobody is known by that address');
        tell(would, person, say);
        throw new PlainError('nothing was erased: say --yes, after a look at `person export`');
      }
      const erased = await inTransaction(client, kind, async () => {
        const done = await erase(client, person, stand);
        // What the streams carried names them still; readers get what they had not taken from its owners.
        await emptied(busUrl);
        return done;
      });
      tell(erased, person, say);
      await settled(client, person, stand);
      say('done; a backup that was made before holds them still: after a restore say this again');
    });
  },
};

const isKnown = ({ accounts, contacts, companies }: KnownPerson): boolean =>
  accounts.length + contacts.length + companies.length > 0;

const emptied = (busUrl: string): Promise<void> =>
  purgeBus(busUrl).catch((error: unknown) => {
    throw new PlainError(
      `nothing was erased: NATS cannot be reached (${error instanceof Error ? error.message : String(error)})`,
    );
  });

/** Does it all and takes it back. */
const lookedAt = async (client: Client, person: KnownPerson, stand: Stand): Promise<Erased> => {
  try {
    return await inTransaction(client, kind, async () => {
      throw new OnlyLooked(await erase(client, person, stand));
    });
  } catch (error) {
    if (error instanceof OnlyLooked) return error.erased;
    throw error;
  }
};

/** A service may have stored what it read just before; so they are looked for until they are nowhere. */
const settled = async (client: Client, person: KnownPerson, stand: Stand): Promise<void> => {
  for (let left = 1; left > 0;) {
    await pause(settlesWithinMs);
    left = (await inTransaction(client, kind, () => replaceMentions(client, person, stand))).size;
  }
};

const tell = ({ links, mails, rows }: Erased, person: KnownPerson, say: (line: string) => void): void => {
  const { accounts, contacts, names } = person;
  say(`${accounts.length} accounts, ${contacts.length} contacts, ${links} links, ${mails} queued mails`);
  if (names.length > 0) say(`also by name, at ${person.companies.length} companies: ${names.join('; ')}`);
  for (const [table, count] of rows) say(`${count} rows of ${table}`);
};
