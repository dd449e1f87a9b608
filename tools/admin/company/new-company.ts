import { accessFactV1, companyChangedV1, membershipChangedV1, type RegisterCompany } from '@porchlight/contracts';
import { PlainError } from '@porchlight/installation';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { sayFirst } from './first-states';

/** What a registration says, without a password. */
export type Founding = Omit<RegisterCompany, 'password'>;

/** As a company that registers itself begins. */
const usual = { workingDays: [1, 2, 3, 4, 5], holidays: [], amberDays: 14, contact: {} };

/**
 * Makes a company and its owner, in a transaction that acts for identity. Nobody can sign in as them until they chose a
 * password by the link whose id it gives. Throws a `PlainError` where the address has an account.
 */
export const makeCompany = async (client: Client, founding: Founding, days: number): Promise<string> => {
  const [companyId, personId, linkId] = [randomUUID(), randomUUID(), randomUUID()];
  const { companyName, name, email, timeZone, locale, currency } = founding;
  const { rowCount } = await client.query(
    `insert into person (id, email, name, password_hash, membership_version, created_at)
     values ($1, $2, $3, '', 1, now()) on conflict do nothing`,
    [personId, email, name],
  );
  if (rowCount === 0) throw new PlainError(`${email} has an account already: an owner takes another address`);
  const company = { companyId, name: companyName, timeZone, locale, currency, ...usual };
  await client.query(
    `insert into company (id, version, name, time_zone, locale, currency, working_days, holidays, amber_days, contact, created_at)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
    [
      companyId,
      companyName,
      timeZone,
      locale,
      currency,
      JSON.stringify(company.workingDays),
      JSON.stringify(company.holidays),
      company.amberDays,
      JSON.stringify(company.contact),
    ],
  );
  await client.query(
    `insert into membership (id, company_id, project_id, person_id, role, created_at) values ($1, $2, null, $3, 'owner', now())`,
    [randomUUID(), companyId, personId],
  );
  await client.query(
    `insert into password_reset (id, email, created_at, expires_at) values ($1, $2, now(), now() + make_interval(days => $3))`,
    [linkId, email, days],
  );
  await sayFirst(client, companyChangedV1, { companyId, aggregateId: companyId, data: company });
  const memberships = [{ companyId, projectId: null, role: 'owner' as const }];
  const ofPerson = { companyId: null, aggregateId: personId };
  await sayFirst(client, membershipChangedV1, { ...ofPerson, data: { personId, name, email, memberships } });
  const access = { personId, staffOf: [companyId], customerOf: [], worksOn: [] };
  await sayFirst(client, accessFactV1, { ...ofPerson, data: access });
  return linkId;
};
