import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineEntity, p, type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { startSystem, type System } from '@porchlight/testing';
import { randomUUID } from 'node:crypto';
import { Log } from '../observe/log';
import { connectDatabase } from './database';
import { sql } from './sql';
import { Transactions } from './transactions';

const Company = defineEntity({ name: 'Company', tableName: 'company', properties: { id: p.uuid().primary() } });
const Plan = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    name: p.text(),
    pages: () => p.oneToMany(Page).mappedBy('plan'),
  },
});
const Page = defineEntity({
  name: 'Page',
  tableName: 'page',
  properties: { id: p.uuid().primary(), companyId: p.uuid(), plan: () => p.manyToOne(Plan) },
});

/** As superuser, whom row-level security does not hold back: what is shown here, the filter alone shows. */
describe('the tenant filter', () => {
  const [mine, theirs] = [randomUUID(), randomUUID()];
  const [myPlan, theirPlan] = [randomUUID(), randomUUID()];
  let system: System;
  let orm: MikroORM;
  let transactions: Transactions;
  const inMine = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
    transactions.run({ companyId: mine }, work);

  beforeAll(async () => {
    system = await startSystem({ services: [] });
    orm = connectDatabase({ DATABASE_URL: system.postgresUrl() }, [Company, Plan, Page], 15_000);
    transactions = new Transactions(orm, new Log('projects', 'error'));
    await transactions.run({ system: true }, async (em) => {
      await sql(em, 'create table company (id uuid primary key)');
      await sql(em, 'create table plan (id uuid primary key, company_id uuid not null, name text not null)');
      await sql(em, 'create table page (id uuid primary key, company_id uuid not null, plan_id uuid not null)');
      for (const [companyId, id] of [
        [mine, myPlan],
        [theirs, theirPlan],
      ] as const) {
        await em.insert(Company, { id: companyId });
        await em.insert(Plan, { id, companyId, name: 'Kitchen' });
        await em.insert(Page, { id: randomUUID(), companyId, plan: id });
      }
      // A row that went astray: another company's, under a plan of mine.
      await em.insert(Page, { id: randomUUID(), companyId: theirs, plan: myPlan });
    });
  });
  afterAll(async () => {
    await orm?.close(true);
    await system?.stop();
  });

  it('finds and counts the company’s rows alone, where SQL by hand sees them all', async () => {
    await inMine(async (em) => {
      expect((await em.find(Plan, {})).map(({ id }) => id)).toEqual([myPlan]);
      expect(await em.count(Plan)).toBe(1);
      expect(await sql(em, 'select 1 from plan')).toHaveLength(2);
    });
  });

  it('does not know another company’s row by its id, nor by its company', async () => {
    expect(await inMine((em) => em.findOne(Plan, theirPlan))).toBeNull();
    expect(await inMine((em) => em.findOne(Plan, { companyId: theirs }))).toBeNull();
    expect(await inMine((em) => em.find(Plan, { $or: [{ id: theirPlan }, { companyId: theirs }] }))).toEqual([]);
  });

  it('shows the company itself, and no other', async () => {
    expect((await inMine((em) => em.find(Company, {}))).map(({ id }) => id)).toEqual([mine]);
  });

  it('stands on both sides of a relation, joined or read after', async () => {
    for (const strategy of ['joined', 'select-in'] as const) {
      const [plan] = await inMine((em) => em.find(Plan, {}, { populate: ['pages'], strategy }));
      expect(plan?.pages.getItems().map(({ companyId }) => companyId)).toEqual([mine]);
    }
  });

  it('changes and deletes nothing of another company', async () => {
    await inMine(async (em) => {
      expect(await em.nativeUpdate(Plan, {}, { name: 'Bath' })).toBe(1);
      expect(await em.nativeDelete(Page, { companyId: theirs })).toBe(0);
    });
    const names = await transactions.run({ companyId: theirs }, (em) => em.find(Plan, {}));
    expect(names.map(({ name }) => name)).toEqual(['Kitchen']);
  });

  it('goes with the transaction from one company to the next, and away with the scope', async () => {
    await transactions.run({ personId: randomUUID() }, async (em) => {
      expect(await em.count(Plan)).toBe(2);
      for (const [companyId, id] of [
        [mine, myPlan],
        [theirs, theirPlan],
      ] as const) {
        await transactions.enter(em, { companyId });
        expect((await em.find(Plan, {})).map((plan) => plan.id)).toEqual([id]);
      }
      await transactions.enter(em, { system: true });
      expect(await em.count(Plan)).toBe(2);
    });
  });

  it('is another one for each of two transactions at once', async () => {
    const plansOf = (companyId: string) =>
      transactions.run({ companyId }, async (em) => {
        await sql(em, 'select pg_sleep(0.05)');
        return (await em.find(Plan, {})).map(({ id }) => id);
      });
    expect(await Promise.all([plansOf(mine), plansOf(theirs), plansOf(mine)])).toEqual([
      [myPlan],
      [theirPlan],
      [myPlan],
    ]);
  });
});
