import { services } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import type { Client } from 'pg';
import { z } from 'zod';
import { readArguments, UsageError, type Command } from '../command';
import { connected } from '../connected';
import { databaseUrl } from '../settings';
import { sendAgain, waitingIn, type Wanted } from './sent-again';
import { isSoon } from './soon';
import { serviceNamed } from './services';

const wantedSchema = z.object({
  since: z.iso.datetime({ offset: true, error: '--since takes an instant such as 2026-11-22T08:00:00Z' }).optional(),
  aggregate: z.uuid({ error: '--aggregate takes an id' }).optional(),
  type: z.string().optional(),
});

const wantedIn = (values: object): Wanted => {
  const parsed = wantedSchema.safeParse(values);
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ message }) => message).join('; '));
  return parsed.data;
};

export const outboxList: Command = {
  name: 'outbox list',
  takes: '',
  says: 'lists what waits in the outbox of each service, and since when',
  async run(args, say) {
    readArguments(args, {});
    await connected(databaseUrl(), async (client) => {
      for (const service of services) {
        const { count, oldest } = await waitingIn(client, service);
        say(
          `${service}: ${count === 0 ? 'nothing waits' : `${count} wait, the oldest since ${oldest?.toISOString()}`}`,
        );
      }
    });
  },
};

export const outboxReplay: Command = {
  name: 'outbox replay',
  takes: '<service> (--since <instant> | --aggregate <id> | --type <type>)…',
  says: 'has a service send again what it sent before and still keeps (8 days): readers that applied it do nothing. JetStream itself drops what it took within the last two minutes',
  async run(args, say) {
    const text = { type: 'string' } as const;
    const { values, words } = readArguments(args, { since: text, aggregate: text, type: text }, 1);
    const service = serviceNamed(words[0]);
    const wanted = wantedIn(values);
    if (Object.values(wanted).every((value) => value === undefined))
      throw new UsageError('what of it? give --since, --aggregate or --type');
    await connected(databaseUrl(), async (client) => {
      say(`${await sendAgain(client, service, wanted)} go out again`);
      await allSent(client, service);
    });
    say('all of them are sent');
  },
};

const patienceMs = 120_000;

/** Waits for the service's relay. Throws a `PlainError` where nothing sends. */
const allSent = async (client: Client, service: (typeof services)[number]): Promise<void> => {
  if (!(await isSoon(async () => (await waitingIn(client, service)).count === 0, patienceMs)))
    throw new PlainError(`they wait in the outbox still: ${service} or NATS is away, and sends them when it is back`);
};
