import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type System } from '@porchlight/testing';
import { welcomes } from './welcomes';
import { callersOf, type Caller } from './callers';
import { operationsOf, type Operation } from './operations';
import { changed, Refusals, wrong, type Try } from './refusals';
import { ways, type Row, type Rows } from './rows';
import { rowsOfIdentity } from './rows-of-identity';
import { rowsOfLeads } from './rows-of-leads';
import { rowsOfNotifications } from './rows-of-notifications';
import { rowsOfProjects } from './rows-of-projects';
import { rowsOfThePortal } from './rows-of-the-portal';
import { snapshot } from './snapshot';
import { Tenant } from './tenant';
import { withoutRowLevelSecurity, withoutTenantFilter } from './walls';

const rows: Rows = { ...rowsOfIdentity, ...rowsOfProjects, ...rowsOfLeads, ...rowsOfNotifications, ...rowsOfThePortal };

/** Which rows go with what a route says of whom it lets in. */
const fits = ({ access }: Operation, row: Row): boolean => {
  if (access === 'anyone') return row.at === 'anyone';
  if (access === 'link-holder') return row.at === 'link';
  if (access === 'signed-in') return row.at === 'self' || row.at === 'owner';
  const byAction = row.at === 'project' || row.at === 'company' || row.at === 'own';
  if (!byAction) return false;
  return typeof access === 'string' ? row.action === undefined : access.some((action) => action === row.action);
};

/** To whom the project is as good as not there: what the walls are for. */
const isStranger = ({ signedIn, part }: Caller): boolean => signedIn && (part === null || part.startsWith('other'));

const longMs = 300_000;

describe('tenants apart (A5)', () => {
  let system: System;
  let alder: Tenant;
  let birch: Tenant;
  let callers: Caller[];
  let operations: Operation[];
  let refusals: Refusals;
  let tries: Try[];

  beforeAll(async () => {
    system = await startSystem();
    operations = await operationsOf(system);
    [alder, birch] = await Promise.all([Tenant.start(system, 'Alder'), Tenant.start(system, 'Birch')]);
    callers = await callersOf(system, alder, birch);
    refusals = new Refusals(operations, rows, callers, alder, birch);
  }, longMs);
  afterAll(() => system?.stop());

  it('has a row for every operation that the services tell of, and for no other', () => {
    expect(Object.keys(rows).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it('has rows that go with whom each operation says that it lets in', () => {
    const misfits = operations.filter((operation) => !ways(rows, operation).every((row) => fits(operation, row)));
    expect(misfits.map(({ name }) => name)).toEqual([]);
  });

  it(
    'lets in everybody whom the policy lets in',
    async () => {
      const welcomed = await welcomes(operations, rows, callers, alder);
      expect(wrong(welcomed)).toEqual([]);
      expect(welcomed.length).toBeGreaterThan(100);
    },
    longMs,
  );

  it(
    'refuses everybody else, and changes nothing by it',
    async () => {
      const before = await snapshot(system);
      tries = await refusals.run();
      expect(wrong(tries)).toEqual([]);
      expect(tries.length).toBeGreaterThan(700);
      expect(await snapshot(system)).toEqual(before);
    },
    longMs,
  );

  it('tells strangers nothing of the company: none of its ids, and no name', () => {
    const secrets = ['Alder', ...Object.values(alder.ids)];
    const told = tries
      .filter(({ forStranger }) => forStranger)
      .flatMap(({ what, said }) =>
        secrets.filter((secret) => said.includes(secret)).map((secret) => `${what}: ${secret}`),
      );
    expect(told).toEqual([]);
  });

  it(
    'answers strangers the same with the tenant filter alone',
    () =>
      withoutRowLevelSecurity(system, async () => {
        expect(changed(tries, await refusals.run(isStranger))).toEqual([]);
      }),
    longMs,
  );

  it(
    'answers strangers the same with row-level security alone',
    () =>
      withoutTenantFilter(system, async () => {
        expect(changed(tries, await refusals.run(isStranger))).toEqual([]);
      }),
    longMs,
  );
});
