import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { startSystem, type System } from '@porchlight/testing';
import { Log } from '../observe/log';
import { withTheNext } from './connection';
import { connectDatabase } from './database';
import { sql } from './sql';
import { Transactions } from './transactions';

const everybody = { system: true } as const;

describe('a transaction', () => {
  let system: System;
  let orm: MikroORM;
  let transactions: Transactions;
  const answer = (): Promise<object[]> => transactions.run(everybody, (em) => sql(em, 'select 42 as answer'));

  beforeAll(async () => {
    system = await startSystem({ services: [] });
    orm = connectDatabase({ DATABASE_URL: system.postgresUrl() }, [], 15_000);
    transactions = new Transactions(orm, new Log('projects', 'error'));
  });
  afterAll(async () => {
    await orm?.close(true);
    await system?.stop();
  });

  it('is not opened inside another one, where many at once would wait for each other for ever', async () => {
    const nested = Array.from({ length: 30 }, () => transactions.run(everybody, answer));
    const outcomes = await Promise.allSettled(nested);
    expect(outcomes.map(({ status }) => status)).toEqual(nested.map(() => 'rejected'));
    await expect(nested[0]).rejects.toThrow('a transaction inside another one');
  });

  it('may be followed by one: after another, in what runs after its commit, and in what it set going', async () => {
    const answers: object[][] = [];
    let later: Promise<object[]> | undefined;
    let goOn: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (goOn = resolve));
    await transactions.run(everybody, async (em) => {
      transactions.afterCommit(em, async () => void answers.push(await answer()));
      later = ended.then(answer);
      await sql(em, 'select 1');
    });
    goOn();
    answers.push(await answer(), (await later) ?? []);
    expect(answers).toEqual([[{ answer: 42 }], [{ answer: 42 }], [{ answer: 42 }]]);
  });

  it('says what nobody waits for with what comes next, at the latest with its commit, and fails with it', async () => {
    const say = (em: EntityManager, word: string) => sql(em, `${withTheNext}insert into word values (?)`, [word]);
    const words = () => transactions.run(everybody, (em) => sql(em, 'select word from word order by word'));
    await transactions.run(everybody, (em) => sql(em, 'create table word (word text primary key)'));
    await transactions.run(everybody, async (em) => {
      expect(await say(em, 'a')).toEqual([]);
      expect(await sql(em, 'select word from word')).toEqual([{ word: 'a' }]);
      await say(em, 'b');
    });
    await transactions.run(everybody, async (em) => {
      await sql(em, 'savepoint before');
      await say(em, 'a');
      await sql(em, 'rollback to savepoint before');
    });
    const hooked: string[] = [];
    const twice = transactions.run(everybody, async (em) => {
      transactions.afterCommit(em, () => void hooked.push('committed'));
      await say(em, 'c');
      await say(em, 'a');
    });
    await expect(twice).rejects.toThrow('duplicate key');
    const given = transactions.run(everybody, async (em) => {
      await say(em, 'd');
      throw new Error('on second thoughts');
    });
    await expect(given).rejects.toThrow('on second thoughts');
    expect(await Promise.all(Array.from({ length: 12 }, words))).toEqual(
      Array(12).fill([{ word: 'a' }, { word: 'b' }]),
    );
    expect(hooked).toEqual([]);
  });
});
