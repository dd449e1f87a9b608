import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSystem, StatementTap, type Client, type Reply, type System } from '@porchlight/testing';
import { refill } from '../account/test-app/mailed-links';
import { argon2Runs, whatItSays } from './test-app/answers';

const attempts = 15;

interface Seen {
  readonly answers: ReturnType<typeof whatItSays>[];
  readonly argon2: number;
  readonly statements: string[];
  readonly medianMs: number;
}

describe('nobody learns who has an account', () => {
  let system: System;
  let tap: StatementTap;
  let known: Client;
  beforeAll(async () => {
    system = await startSystem({ services: ['identity'] });
    tap = await StatementTap.before(system, 'identity');
    await tap.settle();
    known = system.client();
    await known.register();
  });
  afterAll(async () => {
    await system.stop();
    await tap.stop();
  });
  beforeEach(() => refill(system));

  const signIn = (email: string): Promise<Reply> =>
    system.client().post('/api/identity/sessions', { email, password: 'wrong horse battery' });
  const reset = (email: string): Promise<Reply> => system.client().post('/api/identity/password-resets', { email });

  /** What can be seen of `attempt`, inside and outside, made a few times. */
  const watch = async (attempt: () => Promise<Reply>): Promise<Seen> => {
    const answers: ReturnType<typeof whatItSays>[] = [];
    const times: number[] = [];
    const before = await argon2Runs(system);
    const transactions = await tap.during(async () => {
      for (let time = 0; time < attempts; time += 1) {
        const from = performance.now();
        answers.push(whatItSays(await attempt()));
        times.push(performance.now() - from);
      }
    });
    const medianMs = times.sort((a, b) => a - b)[Math.floor(attempts / 2)] ?? 0;
    const statements = transactions.map((messages) => messages.join(';\n'));
    return { answers, statements, argon2: (await argon2Runs(system)) - before, medianMs };
  };

  const compare = async (attempt: (email: string) => Promise<Reply>): Promise<Seen> => {
    const seen = await watch(() => attempt(known.email));
    const unseen = await watch(() => attempt(`no-${known.email}`));
    expect(unseen.answers).toEqual(seen.answers);
    expect(unseen.argon2).toBe(seen.argon2);
    expect(unseen.statements).toEqual(seen.statements);
    const ms = [seen, unseen].map(({ medianMs }) => `${medianMs.toFixed(1)} ms`);
    process.stdout.write(`median for a known and an unknown address: ${ms.join(', ')}\n`);
    return seen;
  };

  it('by signing in', async () => {
    const { answers, argon2, statements } = await compare(signIn);
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'credentials_wrong' } });
    expect(argon2).toBe(attempts);
    expect(statements.filter((text) => text.includes('from "person"'))).toHaveLength(attempts);
  });

  it('by asking for a new password', async () => {
    const { answers, argon2, statements } = await compare(reset);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(argon2).toBe(0);
    expect(statements.filter((text) => text.includes('insert into "password_reset"'))).toHaveLength(1);
  });

  it('by signing in to an account that was closed', async () => {
    const closed = system.client();
    const { person } = await closed.register();
    const other = system.client();
    const { company } = await other.register();
    await system.sql('identity', `update membership set company_id = $1, role = 'manager' where person_id = $2`, [
      company.id,
      person.id,
    ]);
    expect((await closed.post('/api/identity/me/deactivate', { password: closed.password })).status).toBe(204);
    const right = (email: string) => (): Promise<Reply> =>
      system.client().post('/api/identity/sessions', { email, password: closed.password });
    const unknown = await watch(right(`no-${closed.email}`));
    const [row] = await system.sql<{ email: string }>('identity', 'select email from person where id = $1', [
      person.id,
    ]);
    for (const email of [closed.email, row?.email ?? '']) {
      const gone = await watch(right(email));
      expect(gone.answers).toEqual(unknown.answers);
      expect([gone.argon2, gone.statements]).toEqual([unknown.argon2, unknown.statements]);
    }
  });
});
