import type { Client as ClientReply, Contact as ContactReply } from '@porchlight/contracts';
import type { Client, Contact } from './client.entity';

export const contactReply = (contact: Contact): ContactReply => ({
  id: contact.id,
  name: contact.name,
  email: contact.email,
  phone: contact.phone,
  primary: contact.isPrimary,
});

/** Needs the contacts loaded. */
export const clientReply = (client: Client): ClientReply => ({
  id: client.id,
  version: client.version,
  name: client.name,
  contacts: client.contacts.getItems().map(contactReply),
});
