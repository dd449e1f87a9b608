import { services, type ServiceName } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import type { Client } from 'pg';
import { readArguments, UsageError, type Command } from '../command';
import { connected } from '../connected';
import { databaseUrl } from '../settings';
import { dropLetters, isApplied, lettersOf, messageIn, type DeadLetter } from './dead-letters';
import { sendAgain } from './sent-again';
import { isSoon } from './soon';
import { serviceNamed } from './services';

const patienceMs = 60_000;
const mostWords = 1_000;

export const deadLettersList: Command = {
  name: 'dead-letters list',
  takes: '[<service>]',
  says: 'lists what services put aside, and why; never what is in it',
  async run(args, say) {
    const { words } = readArguments(args, {}, 1);
    const wanted = words[0] === undefined ? services : [serviceNamed(words[0])];
    await connected(databaseUrl(), async (client) => {
      for (const service of wanted) {
        const letters = await lettersOf(client, service, null);
        if (letters.length === 0) say(`${service}: none`);
        for (const letter of letters)
          say(
            `${service} ${letter.message_key} ${letter.subject}, ${letter.last_at.toISOString()}, ${letter.deliveries} deliveries: ${letter.reason}`,
          );
      }
    });
  },
};

/** The letters that the words name: `<service> <key>…`, or `<service> --all`. */
const lettersNamed = async (client: Client, service: ServiceName, keys: readonly string[], all: boolean) => {
  if (all === keys.length > 0) throw new UsageError('which ones? give their keys, or --all');
  const letters = await lettersOf(client, service, all ? null : keys);
  const missing = keys.filter((key) => !letters.some((letter) => letter.message_key === key));
  if (missing.length > 0) throw new PlainError(`${service} has no dead letter ${missing.join(', ')}`);
  return letters;
};

export const deadLettersReplay: Command = {
  name: 'dead-letters replay',
  takes: '<service> (<key>… | --all)',
  says: 'has what a service put aside sent to it again, and drops each letter once it is applied: after the fault is mended',
  async run(args, say) {
    const { values, words } = readArguments(args, { all: { type: 'boolean', default: false } }, mostWords);
    const service = serviceNamed(words[0]);
    const left = await connected(databaseUrl(), async (client) => {
      const letters = await lettersNamed(client, service, words.slice(1), values.all);
      let failures = 0;
      for (const letter of letters) {
        const fault = await replayed(client, service, letter);
        say(`${letter.message_key} ${letter.subject}: ${fault ?? 'applied'}`);
        if (fault) failures += 1;
      }
      return failures;
    });
    if (left > 0) throw new PlainError(`${left} stay dead letters`);
  },
};

/** Null once the message is applied and its letter dropped; otherwise why not. */
const replayed = async (client: Client, service: ServiceName, letter: DeadLetter): Promise<string | null> => {
  const message = messageIn(letter);
  if (!message) return 'it is no message that anybody could apply; drop it';
  const { envelope, producer } = message;
  const applied = (): Promise<boolean> => isApplied(client, service, envelope);
  if (!(await applied())) {
    if ((await sendAgain(client, producer, { ids: [envelope.id] })) === 0)
      return `${producer} no longer keeps it; a state comes by itself with its next change`;
    const again = async (): Promise<boolean> => {
      const [now] = await lettersOf(client, service, [letter.message_key]);
      return (await applied()) || (now?.last_at.getTime() ?? 0) > letter.last_at.getTime();
    };
    await isSoon(again, patienceMs);
    if (!(await applied())) {
      const [now] = await lettersOf(client, service, [letter.message_key]);
      const failed = now && now.last_at.getTime() > letter.last_at.getTime();
      return failed ? `put aside again: ${now.reason}` : `not taken within a minute; ${service} may be away`;
    }
  }
  await dropLetters(client, service, [letter.message_key]);
  return null;
};

export const deadLettersDrop: Command = {
  name: 'dead-letters drop',
  takes: '<service> (<key>… | --all) [--yes]',
  says: 'deletes what a service put aside; its effect never happens',
  async run(args, say) {
    const options = { all: { type: 'boolean', default: false }, yes: { type: 'boolean' } } as const;
    const { values, words } = readArguments(args, options, mostWords);
    const service = serviceNamed(words[0]);
    await connected(databaseUrl(), async (client) => {
      const letters = await lettersNamed(client, service, words.slice(1), values.all);
      if (letters.length > 0 && !values.yes) throw new PlainError(`${letters.length} would be deleted: say --yes`);
      const keys = letters.map(({ message_key: key }) => key);
      say(`${await dropLetters(client, service, keys)} deleted`);
    });
  },
};
