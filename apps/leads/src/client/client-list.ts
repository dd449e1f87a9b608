import { Injectable } from '@nestjs/common';
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { Client as ClientReply, ClientPage, ClientQuery } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import { Lead } from '../lead/lead.entity';
import { portalsOf } from '../lead/lead.repository';
import { pageOf } from '../page';
import { Client } from './client.entity';
import { clientPageReply, clientReply } from './client.mapper';
import { phoneKey } from './phone-key';

/** Clients as they are looked for and looked at. */
@Injectable()
export class ClientList {
  constructor(private readonly staff: Staff) {}

  /** Newest first; ids are UUIDv7 and so in order of time. */
  find(caller: Caller, query: ClientQuery): Promise<{ items: ClientReply[]; nextCursor: string | null }> {
    const { cursor, limit, q } = query;
    return this.staff.inCompany(caller, query.companyId, 'lead.read', async (em, { companyId }) => {
      const clients = await em.find(
        Client,
        { $and: [{ companyId }, cursor ? { id: { $lt: cursor } } : {}, q ? said(q) : {}] },
        { orderBy: { id: 'desc' }, limit: limit + 1, populate: ['contacts'] },
      );
      return pageOf(clients, limit, clientReply);
    });
  }

  /** A client with its contacts and leads. */
  page(caller: Caller, id: string): Promise<ClientPage> {
    const find = (em: EntityManager, { companyId }: { companyId: string }) =>
      em.findOne(Client, { id, companyId }, { populate: ['contacts'] });
    const sought = { find, missing: problems.notFound('client') };
    return this.staff.whereFound(caller, 'lead.read', sought, async (em, client, { companyId }) => {
      const leads = await em.find(Lead, { companyId, client: id }, { orderBy: { id: 'desc' } });
      return clientPageReply(client, leads, await portalsOf(em, leads));
    });
  }
}

/** In names, addresses and telephone numbers, the last however they are written. */
const said = (q: string): FilterQuery<Client> => {
  const $ilike = `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const digits = phoneKey(q);
  const ofContact = [{ name: { $ilike } }, { email: { $ilike } }, { phone: { $ilike } }];
  const byPhone = digits === null ? [] : [{ phoneKey: { $like: `%${digits}%` } }];
  return { $or: [{ name: { $ilike } }, { contacts: { $some: { $or: [...ofContact, ...byPhone] } } }] };
};
