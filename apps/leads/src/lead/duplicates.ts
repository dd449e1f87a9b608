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
  readonly because: Duplicate['because'][number];
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
    const emails = wanted.flatMap((keys) => keys.email);
    const phones = wanted.flatMap((keys) => keys.phone);
    const addresses = wanted.flatMap((keys) => keys.address);
    if (emails.length + phones.length + addresses.length === 0) return many.map(() => []);
    const rows = await sql<Row>(
      em,
      `select lead.id as "leadId", client.id as "clientId", client.name as "clientName",
              lead.project_type as "projectType", lead.stage, found.because, found.mark
       from (
         select client_id, null::uuid as lead_id, 'email' as because, email as mark from contact
         where company_id = ? and email in (select jsonb_array_elements_text(?::jsonb))
         union
         select client_id, null, 'phone', phone_key from contact
         where company_id = ? and phone_key in (select jsonb_array_elements_text(?::jsonb))
         union
         select client_id, id, 'address', address_key from lead
         where company_id = ? and address_key in (select jsonb_array_elements_text(?::jsonb))
       ) found
       join lead on lead.client_id = found.client_id and lead.id = coalesce(found.lead_id, lead.id)
       join client on client.id = lead.client_id
       where not lead.id in (select jsonb_array_elements_text(?::jsonb)::uuid)
         and (found.because = 'address' or client.id is distinct from ?::uuid)
       order by lead.created_at desc, lead.id desc, found.because`,
      [
        ...[emails, phones, addresses].flatMap((keys) => [companyId, JSON.stringify(keys)]),
        JSON.stringify(leadIds),
        clientId ?? null,
      ],
    );
    return wanted.map((keys) => gathered(rows.filter(({ because, mark }) => keys[because].includes(mark))));
  }
}

type Keys = Readonly<Record<Duplicate['because'][number], readonly string[]>>;

const keysOf = ({ emails, phones, address }: Marks): Keys => ({
  email: emails.map((email) => email.trim().toLowerCase()).filter(Boolean),
  phone: phones.map(phoneKey).filter((key) => key !== null),
  address: [addressKey(address)].filter((key) => key !== null),
});

/** One entry a lead, with all that it has in common. */
const gathered = (rows: readonly Row[]): Duplicate[] => {
  const byLead = new Map<string, Duplicate>();
  for (const { leadId, clientId, clientName, projectType, stage, because } of rows) {
    const known = byLead.get(leadId);
    if (!known) byLead.set(leadId, { leadId, clientId, clientName, projectType, stage, because: [because] });
    else if (!known.because.includes(because)) known.because.push(because);
  }
  return [...byLead.values()].slice(0, mostShown);
};
