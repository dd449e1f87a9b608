import { PlainError } from '@porchlight/installation';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { readArguments, UsageError, type Command } from '../command';
import { connected } from '../connected';
import { databaseUrl } from '../settings';
import { compareAnew, forgetViews, missingFacts, viewHashes } from './views';

/** Longer than a gateway takes from one comparison to the next, unless it is told otherwise. */
const patienceMs = 300_000;
const everyMs = 1_000;

export const rebuild: Command = {
  name: 'rebuild',
  takes: 'views',
  says: 'makes the portals that the gateway stores anew from their owners, and says which were not as they should be. Portals that are looked at meanwhile are asked for at once',
  async run(args, say) {
    const { words } = readArguments(args, {}, 1);
    if (words[0] !== 'views') throw new UsageError('what? there are views');
    await connected(databaseUrl(), async (client) => {
      const before = await viewHashes(client);
      await forgetViews(client);
      await rebuilt(client, say);
      const after = await viewHashes(client);
      const others = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
      say(`${after.size} views, ${after.size - others.filter((id) => after.has(id)).length} the same as before`);
      for (const id of others)
        say(`project ${id}: ${!after.has(id) ? 'had no owner' : before.has(id) ? 'differed' : 'was missing'}`);
    });
  },
};

/** Waits until the gateway has asked for everything. */
const rebuilt = async (client: Client, say: (line: string) => void): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  let last = -1;
  for (;;) {
    const missing = await missingFacts(client);
    if (missing === 0) return;
    if (missing !== last) say(`${missing} facts to come`);
    last = missing;
    if (Date.now() > deadline)
      throw new PlainError(
        'the rest comes by itself with the next comparison: the gateway, its owners or NATS are away',
      );
    await compareAnew(client);
    await pause(everyMs);
  }
};
