import { describe, expect, it } from '@jest/globals';
import type { ImportLeads } from '@porchlight/contracts';
import { type AskImport, LeadImport, whyNot } from './lead-import';
import { columnWords } from './columns';

type Row = ImportLeads['rows'][number];
const lead = (client: string): Row => ({ client, projectType: 'Kitchen' });
const duplicate = {
  leadId: '0190f3c4-0000-7000-8000-000000000001',
  clientId: '0190f3c4-0000-7000-8000-000000000002',
  clientName: 'Miller family',
  projectType: 'Kitchen',
  stage: 'new' as const,
  because: ['email' as const],
};

/** A service that refuses `bad` rows, knows `twin` ones, and may be away at the n-th import. */
const serving = (awayAt?: number) => {
  const sent: { rows: string[]; preview: boolean; key: string }[] = [];
  let imports = 0;
  const ask: AskImport = (rows, preview, key) => {
    sent.push({ rows: rows.map(({ client }) => client ?? ''), preview, key });
    if (!preview && ++imports === awayAt) return Promise.reject(new Error('away'));
    return Promise.resolve({
      created: 0,
      rows: rows.map(({ client }) => ({
        status: client === 'bad' ? 'refused' : preview ? 'ready' : 'created',
        duplicates: client === 'twin' ? [duplicate] : [],
        ...(client === 'bad' ? { errors: [{ path: 'email', message: 'is no address' }] } : {}),
      })),
    } as Awaited<ReturnType<AskImport>>);
  };
  return { leads: new LeadImport(ask), sent };
};
const many = (count: number): Row[] => Array.from({ length: count }, (_, at) => lead(`c${at}`));

describe('importing leads', () => {
  it('checks every row, 200 at a time, and adds none', async () => {
    const { leads, sent } = serving();
    await leads.check(many(450));
    expect(sent.map(({ rows, preview }) => [rows.length, preview])).toEqual([
      [200, true],
      [200, true],
      [50, true],
    ]);
    expect(leads.ready()).toHaveLength(450);
    expect(leads.rows()[0]?.number).toBe(2);
  });

  it('sends what is ready, leaves out what is refused and, if wanted, what is known', async () => {
    const { leads, sent } = serving();
    await leads.check([lead('a'), lead('bad'), lead('twin'), lead('b')]);
    expect([leads.alike().length, leads.refused().length]).toEqual([1, 1]);
    await leads.run();
    expect(sent.at(-1)?.rows).toEqual(['a', 'b']);
    leads.skipDuplicates.set(false);
    await leads.run();
    expect(sent.at(-1)?.rows).toEqual(['twin']);
    expect(leads.created()).toHaveLength(3);
  });

  it('goes on where it broke off, with the same key for what may be in already', async () => {
    const { leads, sent } = serving(2);
    await leads.check(many(450));
    await expect(leads.run()).rejects.toThrow('away');
    expect(leads.created()).toHaveLength(200);
    expect(leads.finished()).toBe(false);
    await leads.run();
    expect(leads.created()).toHaveLength(450);
    const imports = sent.filter(({ preview }) => !preview);
    expect(imports.map(({ rows }) => rows[0])).toEqual(['c0', 'c200', 'c200', 'c400']);
    expect(imports[2]?.key).toBe(imports[1]?.key);
    expect(imports[3]?.key).not.toBe(imports[1]?.key);
  });

  it('never takes a file for another one with as many rows', async () => {
    const { leads, sent } = serving();
    for (const file of [
      [lead('a'), lead('b')],
      [lead('c'), lead('d')],
      [lead('a'), lead('b')],
    ]) {
      await leads.check(file);
      await leads.run();
    }
    const keys = sent.filter(({ preview }) => !preview).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  it('keeps the key of rows whose answer was lost, whatever is left out, and whether or not they are checked again', async () => {
    const { leads, sent } = serving(1);
    const file = [...many(198), lead('twin'), lead('x'), lead('y')];
    await leads.check(file);
    leads.skipDuplicates.set(false);
    await expect(leads.run()).rejects.toThrow('away');
    leads.skipDuplicates.set(true);
    await leads.check(file);
    await leads.run();
    const [lost, again, rest] = sent.filter(({ preview }) => !preview);
    expect([lost?.rows.length, again?.rows.length, rest?.rows]).toEqual([200, 199, ['y']]);
    expect(again?.key).toBe(lost?.key);
    expect(rest?.key).not.toBe(lost?.key);
  });

  it('says in words why a row is not in', async () => {
    const { leads } = serving();
    await leads.check([lead('bad'), lead('twin')]);
    expect(leads.rows().map((row) => whyNot(row, columnWords))).toEqual([
      'E-mail: is no address',
      'Looks like a lead you have',
    ]);
  });
});
