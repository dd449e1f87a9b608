import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Client as ClientReply, Contact as ContactReply, createClientSchema } from '@porchlight/contracts';
import { type Place, Staff } from '@porchlight/messaging';
import { type Caller, problems } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { holdId, pageOf, type Page } from '../page';
import { Client, type ContactInput } from './client.entity';
import { clientReply, contactReply } from './client.mapper';

export type CreateClient = z.infer<typeof createClientSchema>;

const noClient = () => problems.notFound('client');

@Injectable()
export class ClientService {
  constructor(private readonly staff: Staff) {}

  list(caller: Caller, page: Page): Promise<{ items: ClientReply[]; nextCursor: string | null }> {
    return this.staff.inCompany(caller, page.companyId, 'lead.read', async (em, { companyId }) => {
      const clients = await em.find(
        Client,
        { companyId, ...(page.cursor ? { id: { $lt: page.cursor } } : {}) },
        { orderBy: { id: 'desc' }, limit: page.limit + 1, populate: ['contacts'] },
      );
      return pageOf(clients, page.limit, clientReply);
    });
  }

  get(caller: Caller, id: string): Promise<ClientReply> {
    return this.staff.whereFound(
      caller,
      'lead.read',
      { find: this.find(id), missing: noClient() },
      async (_em, client) => clientReply(client),
    );
  }

  /** The id decides: a repeated creation answers what the first one made. */
  create(caller: Caller, companyId: string | undefined, id: string, input: CreateClient): Promise<ClientReply> {
    return this.staff.inCompany(caller, companyId, 'lead.change', async (em, place) => {
      await holdId(em, id);
      const existing = await this.find(id)(em, place);
      return clientReply(existing ?? this.make(em, place.companyId, id, input));
    });
  }

  contacts(caller: Caller, clientId: string): Promise<ContactReply[]> {
    return this.staff.whereFound(
      caller,
      'lead.read',
      { find: this.find(clientId), missing: noClient() },
      async (_em, client) => client.contacts.getItems().map(contactReply),
    );
  }

  addContact(caller: Caller, clientId: string, id: string, input: ContactInput): Promise<ContactReply> {
    const held = (em: EntityManager, { companyId }: Place) =>
      em.findOne(Client, { id: clientId, companyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    return this.staff.whereFound(caller, 'lead.change', { find: held, missing: noClient() }, async (em, client) => {
      await em.populate(client, ['contacts']);
      const existing = client.contacts.getItems().find((contact) => contact.id === id);
      if (existing) return contactReply(existing);
      client.version += 1;
      return contactReply(client.add(id, input));
    });
  }

  /** A new client with its contacts, inside the transaction of someone who was let in already. */
  make(em: EntityManager, companyId: string, id: string, input: CreateClient): Client {
    const client = Client.named(id, companyId, input.name);
    for (const contact of input.contacts) client.add(v7(), contact);
    em.persist(client);
    return client;
  }

  /** An existing client of this company, or 404. */
  async require(em: EntityManager, companyId: string, id: string): Promise<Client> {
    const client = await em.findOne(Client, { id, companyId }, { populate: ['contacts'] });
    if (!client) throw problems.notFound('client');
    return client;
  }

  private find(id: string) {
    return (em: EntityManager, { companyId }: Place): Promise<Client | null> =>
      em.findOne(Client, { id, companyId }, { populate: ['contacts'] });
  }
}
