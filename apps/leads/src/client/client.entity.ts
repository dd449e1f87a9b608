import { Collection, defineEntity, p } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import type { ChangeContact, contactInputSchema } from '@porchlight/contracts';
import { phoneKey } from './phone-key';

export type ContactInput = z.infer<typeof contactInputSchema>;

const ClientSchema = defineEntity({
  name: 'Client',
  tableName: 'client',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    version: p.integer(),
    name: p.text(),
    createdAt: p.datetime(),
    contacts: () => p.oneToMany(Contact).mappedBy('client').orderBy({ id: 'asc' }).orphanRemoval(),
  },
});

const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    client: () => p.manyToOne(Client),
    name: p.text(),
    email: p.text().nullable().strictNullable(),
    phone: p.text().nullable().strictNullable(),
    /** What likely duplicates have in common; follows `phone`. */
    phoneKey: p.text().nullable().strictNullable(),
    isPrimary: p.boolean(),
  },
});

/** A person of a household or firm, reached by mail or telephone. */
export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);

/** A household or firm that we build for. */
export class Client extends ClientSchema.class {
  static named(id: string, companyId: string, name: string): Client {
    const client = new Client();
    client.id = id;
    client.companyId = companyId;
    client.version = 1;
    client.name = name;
    client.createdAt = new Date();
    client.contacts = new Collection<Contact>(client);
    return client;
  }

  /** Adds a contact. A client with contacts has exactly one primary: the first, until another is named so. */
  add(id: string, input: ContactInput): Contact {
    const contact = new Contact();
    contact.id = id;
    contact.companyId = this.companyId;
    contact.name = input.name;
    contact.email = input.email ?? null;
    contact.phone = input.phone ?? null;
    contact.phoneKey = phoneKey(contact.phone);
    contact.isPrimary = input.primary === true || this.contacts.length === 0;
    if (contact.isPrimary) for (const other of this.contacts) other.isPrimary = false;
    this.contacts.add(contact);
    return contact;
  }

  /** False when it was named so before. */
  rename(name: string): boolean {
    if (name === this.name) return false;
    this.name = name;
    this.version += 1;
    return true;
  }

  changeContact(contact: Contact, { name, email, phone, primary }: ChangeContact): void {
    if (name !== undefined) contact.name = name;
    if (email !== undefined) contact.email = email;
    if (phone !== undefined) {
      contact.phone = phone;
      contact.phoneKey = phoneKey(phone);
    }
    if (primary) for (const one of this.contacts) one.isPrimary = one === contact;
  }

  /** Who is first now is the primary, where the primary was taken away. */
  removeContact(contact: Contact): void {
    this.contacts.remove(contact);
    const [first] = this.contacts.getItems();
    if (first && contact.isPrimary) first.isPrimary = true;
  }
}
ClientSchema.setClass(Client);
