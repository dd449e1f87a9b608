import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { askStaff, type CreateLead, type Duplicate, type ImportedLeads, type ImportLeads } from '@porchlight/contracts';
import { Asks, type Place, Staff } from '@porchlight/messaging';
import { type Caller, Hints } from '@porchlight/platform';
import { v5, v7 } from 'uuid';
import { Trail } from '../activity/trail';
import type { Client } from '../client/client.entity';
import { ClientService } from '../client/client.service';
import { CompanyCopy } from '../company/company.copy';
import { Duplicates, type Marks } from '../lead/duplicates';
import { Lead } from '../lead/lead.entity';
import { requireStaff } from '../lead/owners';
import { Limits } from '../limit/limits';
import { holdId } from '../page';
import { clientKey, knownClients } from './client-match';
import { type StaffNamed, staffNamed } from './owner-match';
import { readRow, type ReadRow } from './read-row';

type Outcome = ImportedLeads['rows'][number];
type NewClient = NonNullable<CreateLead['client']>;

/** Takes leads from the rows of a file: all that can be read of them, in one transaction, or a word on what would come of it. */
@Injectable()
export class ImportService {
  constructor(
    private readonly staff: Staff,
    private readonly asks: Asks,
    private readonly companies: CompanyCopy,
    private readonly clients: ClientService,
    private readonly duplicates: Duplicates,
    private readonly trail: Trail,
    private readonly limits: Limits,
    private readonly hints: Hints,
  ) {}

  /** The ids of the leads follow from `id` and what their rows say: what is sent again, with all others or some, is created once. */
  async import(
    caller: Caller,
    companyId: string | undefined,
    id: string,
    { preview, rows }: ImportLeads,
  ): Promise<ImportedLeads> {
    const company = await this.staff.inCompany(caller, companyId, 'lead.change', async (_em, place) => place.companyId);
    await this.limits.take({ of: 'import', key: company });
    const named = await this.staffNamed(company, rows);
    return this.staff.inCompany(caller, company, 'lead.change', async (em, place) => {
      const { currency } = await this.companies.known(em, place.companyId);
      const read = rows.map((row) => readRow(row, currency, named));
      const ids = idsOf(id, rows);
      const duplicates = await this.duplicates.ofEach(em, place.companyId, read.map(marksOf), { leadIds: ids });
      if (preview) return answer(read.map((row, index) => outcome(row, 'ready', duplicates[index])));
      await holdId(em, id);
      const there = new Set((await em.find(Lead, { id: { $in: ids } }, { fields: ['id'] })).map((lead) => lead.id));
      const missing = ids.map((leadId) => !there.has(leadId));
      const isMissing = (_: unknown, index: number) => missing[index] === true;
      await this.add(em, place, caller, read.filter(isMissing), ids.filter(isMissing));
      return answer(read.map((row, index) => outcome(row, 'created', duplicates[index], ids[index])));
    });
  }

  /** Identity alone knows the addresses of the staff; it is not asked where no row names anybody. */
  private async staffNamed(companyId: string, rows: ImportLeads['rows']): Promise<StaffNamed> {
    if (!rows.some((row) => row.owner?.trim())) return () => [];
    const { staff } = await this.asks.ask(askStaff, { companyId });
    return staffNamed(staff);
  }

  private async add(em: EntityManager, place: Place, caller: Caller, read: readonly ReadRow[], ids: readonly string[]) {
    const actor = await this.trail.actor(em, caller);
    const clients = await this.clientsOf(em, place, read);
    const leads = read.flatMap((row, index): Lead[] => {
      const [id, client] = [ids[index], clients[index]];
      if (row.faults || id === undefined || client === undefined) return [];
      const { ownerId = caller.personId } = row.lead;
      return [Lead.open(id, client, { ...row.lead, ownerId }, 'imported')];
    });
    // Our own copy may know less than identity said.
    for (const ownerId of new Set(leads.map((lead) => lead.ownerId)))
      if (ownerId !== null) await requireStaff(em, place, ownerId);
    await em.persist(leads).flush();
    for (const lead of leads) this.trail.write(em, lead, actor, 'imported');
    // Once, to the lists: no page is open on what is new.
    const [first] = leads;
    if (first) await this.hints.tell(em, place.companyId, { type: 'lead', id: first.id });
  }

  /** One client for all rows, and for those who are known already, with the same name and address. */
  private async clientsOf(
    em: EntityManager,
    { companyId }: Place,
    read: readonly ReadRow[],
  ): Promise<(Client | undefined)[]> {
    const wanted = read.map((row) => (row.faults ? undefined : row.lead.client));
    const known = await knownClients(
      em,
      companyId,
      wanted.filter((client) => client !== undefined),
    );
    return wanted.map((client) => client && this.clientFor(em, companyId, client, known));
  }

  private clientFor(em: EntityManager, companyId: string, wanted: NewClient, known: Map<string, Client>): Client {
    const key = clientKey(wanted);
    const client = (key !== null && known.get(key)) || this.clients.make(em, companyId, v7(), wanted);
    if (key !== null) known.set(key, client);
    return client;
  }
}

/** Rows that say the same are leads of their own, told apart by which of them comes first. */
const idsOf = (id: string, rows: ImportLeads['rows']): string[] => {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const words = JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return v5(`${before} ${words}`, id);
  });
};

const marksOf = (row: ReadRow): Marks => {
  if (row.faults) return { emails: [], phones: [], address: null };
  const contacts = row.lead.client?.contacts ?? [];
  return {
    emails: contacts.map(({ email }) => email).filter((email) => typeof email === 'string'),
    phones: contacts.map(({ phone }) => phone).filter((phone) => typeof phone === 'string'),
    address: row.lead.siteAddress ?? null,
  };
};

const outcome = (row: ReadRow, status: 'ready' | 'created', duplicates: Duplicate[] = [], leadId?: string): Outcome => {
  if (row.faults) return { status: 'refused', errors: [...row.faults], duplicates };
  return { status, ...(leadId !== undefined && { leadId }), duplicates };
};

const answer = (rows: Outcome[]): ImportedLeads => ({
  created: rows.filter(({ status }) => status === 'created').length,
  rows,
});
