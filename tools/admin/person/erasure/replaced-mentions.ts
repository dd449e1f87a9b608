import { services, type ServiceName } from '@porchlight/contracts';
import type { Client } from 'pg';
import { actFor } from '../../messages/services';
import type { KnownPerson } from '../known-person';
import { Mentions, type Stand } from '../mentions';
import { rowsNaming, type NamingRow } from '../rows-naming';
import { showAnew, told } from './portals';

const holdsText = (type: string): boolean => /^(text|character varying|jsonb)/.test(type);

/** The columns of a row in which something has to be replaced, with what. */
const changesOf = ({ columns, row, called }: NamingRow, mentions: Mentions, stand: Stand): [string, string][] => {
  // A row that is the person's by address or id may well say their name.
  const byName = called || mentions.isIn(row, false);
  return columns.flatMap(({ name, type }): [string, string][] => {
    const before = row[name];
    if (!holdsText(type) || before === null || before === undefined) return [];
    const after = mentions.replacedIn(before, stand, byName);
    const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
    if (written(after) === written(before)) return [];
    return [[name, type === 'jsonb' ? JSON.stringify(after) : written(after)]];
  });
};

const write = async (client: Client, { table, ctid }: NamingRow, changes: readonly [string, string][]) => {
  const set = changes.map(([column], index) => `${client.escapeIdentifier(column)} = $${index + 2}`).join(', ');
  await client.query(`update ${client.escapeIdentifier(table)} set ${set} where ctid = $1`, [
    ctid,
    ...changes.map(([, value]) => value),
  ]);
};

/**
 * Puts the other in the place of a person wherever they are still named, in the tables of services and in what messaging
 * keeps. Gives how many rows of which table.
 */
export const replaceMentions = async (
  client: Client,
  person: KnownPerson,
  stand: Stand,
): Promise<Map<string, number>> => {
  const mentions = new Mentions(person);
  const counts = new Map<string, number>();
  for (const service of services) {
    await actFor(client, service);
    const shown: string[] = [];
    for (const found of await rowsNaming(client, service, person, { books: true, lock: true })) {
      const changes = changesOf(found, mentions, stand);
      if (changes.length === 0) continue;
      await write(client, found, changes);
      const where = `${service}.${found.table}`;
      counts.set(where, (counts.get(where) ?? 0) + 1);
      if (isTold(service, found)) shown.push(String(found.row['project_id']));
    }
    for (const fact of told) if (fact.service === service) await showAnew(client, fact, shown);
  }
  return counts;
};

const isTold = (service: ServiceName, { table }: NamingRow): boolean =>
  told.some((fact) => fact.service === service && fact.table === table);
