import type { EntityManager } from '@mikro-orm/postgresql';
import type { CreateLead } from '@porchlight/contracts';
import { Client } from '../client/client.entity';
import { phoneKey } from '../client/phone-key';

type NewClient = NonNullable<CreateLead['client']>;

/** By what two rows are of the same client: the name with an e-mail address, or else a telephone number; null if nobody can tell. */
export const clientKey = ({ name, contacts }: NewClient): string | null => {
  const email = contacts.find((contact) => contact.email)?.email;
  const phone = phoneKey(contacts.find((contact) => contact.phone)?.phone ?? null);
  const mark = email ?? phone;
  return mark ? JSON.stringify([name.toLowerCase(), mark]) : null;
};

/** The clients of a company who are known under one of the keys of these new ones, by key; the oldest of several. */
export const knownClients = async (
  em: EntityManager,
  companyId: string,
  clients: readonly NewClient[],
): Promise<Map<string, Client>> => {
  const contacts = clients.flatMap((client) => client.contacts);
  const emails = contacts.map(({ email }) => email).filter((email) => typeof email === 'string');
  const phones = contacts.map(({ phone }) => phoneKey(phone ?? null)).filter((key) => key !== null);
  const found = await em.find(
    Client,
    { companyId, contacts: { $some: { $or: [{ email: { $in: emails } }, { phoneKey: { $in: phones } }] } } },
    { populate: ['contacts'], orderBy: { createdAt: 'desc', id: 'desc' } },
  );
  const byKey = new Map<string, Client>();
  for (const client of found)
    for (const { email, phoneKey: phone } of client.contacts)
      for (const mark of [email, phone]) if (mark) byKey.set(JSON.stringify([client.name.toLowerCase(), mark]), client);
  return byKey;
};
