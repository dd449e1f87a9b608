import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Duplicate, DuplicateQuery } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, problems, sql } from '@porchlight/platform';
import { phoneKey } from '../client/phone-key';
import { addressKey } from './address-key';
import { findLead } from './lead.repository';

/** What somebody is known by. */
export interface Marks {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly address: string | null;
}

/** Which leads are looked past. */
interface Except {
  readonly leadIds?: readonly string[];
  /** The same client may well ask twice: their leads count as one only at the same address. */
  readonly clientId?: string;
}

/** A lead known already, with every mark by which it might be found. */
interface Row extends Omit<Duplicate, 'because'> {
  readonly because: Because;
  readonly mark: string;
}

const mostShown = 20;

/** Points out leads that look like one: by e-mail, by telephone number, by address, whichever client they are of. */
@Injectable()
export class Duplicates {
  constructor(private readonly staff: Staff) {}

  /** Of what is being typed. */
  ofTyped(caller: Caller, { companyId, email, phone, address, except }: DuplicateQuery): Promise<Duplicate[]> {
    return this.staff.inCompany(caller, companyId, 'lead.read', async (em, place) => {
      const marks = { emails: email ? [email] : [], phones: phone ? [phone] : [], address: address ?? null };
      const [found = []] = await this.ofEach(em, place.companyId, [marks], except ? { leadIds: [except] } : {});
      return found;
    });
  }

  ofLead(caller: Caller, leadId: string): Promise<Duplicate[]> {
    const sought = { find: findLead(leadId), missing: problems.notFound('lead') };
    return this.staff.whereFound(caller, 'lead.read', sought, async (em, lead, { companyId }) => {
      const contacts = lead.client.contacts.getItems();
      const marks = {
        emails: contacts.map(({ email }) => email).filter((email) => email !== null),
        phones: contacts.map(({ phone }) => phone).filter((phone) => phone !== null),
        address: lead.siteAddress,
      };
      const except = { leadIds: [leadId], clientId: lead.client.id };
      const [found = []] = await this.ofEach(em, companyId, [marks], except);
      return found;
    });
  }

  /** Of many at once, in their order; each time the newest first. The transaction stands in the company's scope. */
  async ofEach(
    em: EntityManager,
    companyId: string,
    many: readonly Marks[],
    { leadIds = [], clientId }: Except = {},
  ): Promise<Duplicate[][]> {
    const wanted = many.map(keysOf);
    const all = (because: Because) => JSON.stringify([...new Set(wanted.flatMap((keys) => keys[because]))]);
    if (wanted.every(({ email, phone, address }) => email.length + phone.length + address.length === 0))
      return many.map(() => []);
    const except = JSON.stringify(leadIds);
    const ofContact = [companyId, clientId ?? null, except];
    const rows = await sql<Row>(
      em,
      `select lead.id as "leadId", client.id as "clientId", client.name as "clientName",
              lead.project_type as "projectType", lead.stage, found.because, found.mark
       from (${byContact('email', 'email')} union all ${byContact('phone', 'phone_key')} union all ${byAddress}) found
       join lead on lead.id = found.lead_id
       join client on client.id = lead.client_id
       order by lead.created_at desc, lead.id desc, found.because`,
      [all('email'), ...ofContact, all('phone'), ...ofContact, all('address'), companyId, except],
    );
    const byMark = new Map<string, Ranked[]>();
    rows.forEach((row, rank) => {
      const key = `${row.because} ${row.mark}`;
      byMark.set(key, [...(byMark.get(key) ?? []), { ...row, rank }]);
    });
    return wanted.map((keys) => gathered(marksIn(keys).flatMap((mark) => byMark.get(mark) ?? [])));
  }
}

type Because = Duplicate['because'][number];
interface Ranked extends Row {
  /** Its place among all that was found: the newest first. */
  readonly rank: number;
}

// However many leads a mark has, the newest of them are read and no more, each by an index in that order. The newest of
// several marks together are among these.
const newest = `not id in (select jsonb_array_elements_text(?::jsonb)::uuid)
  order by created_at desc, id desc limit ${mostShown}`;

const byContact = (because: Because, column: string): string => `
  select one.id as lead_id, '${because}' as because, wanted.mark
  from jsonb_array_elements_text(?::jsonb) as wanted (mark)
  cross join lateral (
    select own.id
    from (select distinct client_id from contact
          where company_id = ? and ${column} = wanted.mark and client_id is distinct from ?::uuid) as known
    cross join lateral (select id, created_at from lead where client_id = known.client_id and ${newest}) as own
    order by own.created_at desc, own.id desc limit ${mostShown}
  ) as one`;

const byAddress = `
  select one.id, 'address', wanted.mark
  from jsonb_array_elements_text(?::jsonb) as wanted (mark)
  cross join lateral (
    select id from lead where company_id = ? and address_key = wanted.mark and ${newest}
  ) as one`;

type Keys = Readonly<Record<Because, readonly string[]>>;

const keysOf = ({ emails, phones, address }: Marks): Keys => ({
  email: emails.map((email) => email.trim().toLowerCase()).filter(Boolean),
  phone: phones.map(phoneKey).filter((key) => key !== null),
  address: [addressKey(address)].filter((key) => key !== null),
});

const marksIn = ({ email, phone, address }: Keys): string[] => [
  ...new Set([
    ...email.map((mark) => `email ${mark}`),
    ...phone.map((mark) => `phone ${mark}`),
    ...address.map((mark) => `address ${mark}`),
  ]),
];

/** One entry a lead, with all that it has in common; the newest first. */
const gathered = (rows: readonly Ranked[]): Duplicate[] => {
  const byLead = new Map<string, Duplicate>();
  const inOrder = [...rows].sort((a, b) => a.rank - b.rank);
  for (const { leadId, clientId, clientName, projectType, stage, because } of inOrder) {
    const known = byLead.get(leadId);
    if (!known) byLead.set(leadId, { leadId, clientId, clientName, projectType, stage, because: [because] });
    else if (!known.because.includes(because)) known.because.push(because);
  }
  return [...byLead.values()].slice(0, mostShown);
};
