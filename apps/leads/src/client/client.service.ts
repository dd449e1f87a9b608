import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type {
  ChangeClient,
  ChangeContact,
  Client as ClientReply,
  Contact as ContactReply,
  createClientSchema,
} from '@porchlight/contracts';
import { type Place, Staff } from '@porchlight/messaging';
import { type Caller, fieldChanges, problems } from '@porchlight/platform';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { holdId } from '../page';
import { ClientTrail } from './client-trail';
import { Client, type Contact, type ContactInput } from './client.entity';
import { clientReply, contactReply } from './client.mapper';
import { Readdressing } from './readdressing';

export type CreateClient = z.infer<typeof createClientSchema>;

const noClient = () => problems.notFound('client');

@Injectable()
export class ClientService {
  constructor(
    private readonly staff: Staff,
    private readonly trail: ClientTrail,
    private readonly readdressing: Readdressing,
  ) {}

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

  change(caller: Caller, id: string, version: number, { name }: ChangeClient): Promise<ClientReply> {
    return this.write(caller, id, async (em, client) => {
      requireCurrent(client, version);
      const from = client.name;
      if (name === undefined || !client.rename(name)) return clientReply(client);
      await this.trail.note(em, client, caller, 'changed', { changes: [{ field: 'client', from, to: name }] });
      return clientReply(client);
    });
  }

  /** The id decides here as well. */
  addContact(caller: Caller, clientId: string, id: string, input: ContactInput): Promise<ContactReply> {
    return this.write(caller, clientId, async (em, client) => {
      const existing = client.contacts.getItems().find((contact) => contact.id === id);
      if (existing) return contactReply(existing);
      client.version += 1;
      const contact = client.add(id, input);
      await this.trail.note(em, client, caller, 'contact_added', { subject: contact.name });
      return contactReply(contact);
    });
  }

  changeContact(caller: Caller, target: Target, changes: ChangeContact): Promise<ContactReply> {
    return this.write(caller, target.clientId, async (em, client) => {
      const contact = contactOf(client, target);
      const before = contactReply(contact);
      client.changeContact(contact, changes);
      const changed = fieldChanges(before, contactReply(contact), ['name', 'email', 'phone', 'primary']);
      if (changed.length === 0) return before;
      client.version += 1;
      await this.readdressing.tell(em, client, contact.id, before.email, caller);
      await this.trail.note(em, client, caller, 'contact_changed', { subject: contact.name, changes: changed });
      return contactReply(contact);
    });
  }

  /** What they were invited to and have not accepted is cancelled with them. */
  removeContact(caller: Caller, target: Target): Promise<void> {
    return this.write(caller, target.clientId, async (em, client) => {
      const contact = contactOf(client, target);
      const { id, name, email } = contact;
      client.removeContact(contact);
      client.version += 1;
      await this.readdressing.tell(em, client, id, email, caller);
      await this.trail.note(em, client, caller, 'contact_removed', { subject: name });
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

  /** A client held against other writers, with its contacts as the last one left them. */
  private write<T>(caller: Caller, id: string, work: (em: EntityManager, client: Client) => Promise<T>): Promise<T> {
    const find = async (em: EntityManager, { companyId }: Place) => {
      const client = await em.findOne(Client, { id, companyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (client) await em.populate(client, ['contacts']);
      return client;
    };
    return this.staff.whereFound(caller, 'lead.change', { find, missing: noClient() }, work);
  }

  private find(id: string) {
    return (em: EntityManager, { companyId }: Place): Promise<Client | null> =>
      em.findOne(Client, { id, companyId }, { populate: ['contacts'] });
  }
}

/** A contact, and the version of its client that was seen. */
interface Target {
  readonly clientId: string;
  readonly contactId: string;
  readonly version: number;
}

const requireCurrent = (client: Client, version: number): void => {
  if (client.version !== version) throw problems.stale(clientReply(client));
};

const contactOf = (client: Client, { contactId, version }: Target): Contact => {
  const contact = client.contacts.getItems().find(({ id }) => id === contactId);
  if (!contact) throw problems.notFound('contact');
  requireCurrent(client, version);
  return contact;
};
