import type { Client } from 'pg';
import { inServiceOf } from '../messages/services';

/** What tells where somebody is meant, beside their e-mail address. */
export interface KnownPerson {
  readonly email: string;
  /** Of their account; of closed ones too, which an invitation or a confirmation of that address leads to. */
  readonly accounts: readonly string[];
  /** Of themselves as a contact of clients. */
  readonly contacts: readonly string[];
  /** Of those clients. */
  readonly clients: readonly string[];
  /** Of those among them who have no other contact: all that is known of such a client is known of the person. */
  readonly households: readonly string[];
  /** Of the companies that know them: only there a name or a telephone number alone means them. */
  readonly companies: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

interface Account {
  readonly id: string;
  readonly name: string;
}

interface Contact {
  readonly id: string;
  readonly client_id: string;
  readonly company_id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly household: string;
  readonly alone: boolean;
}

const accountsOf = async (client: Client, email: string): Promise<Account[]> =>
  (
    await client.query<Account>(
      `select id, name from person where lower(email) = $1
         or deactivated_at is not null and (
           id in (select accepted_by from invitation where lower(email) = $1)
           or id in (select person_id from email_confirmation where $1 in (lower(email), lower(previous_email))))`,
      [email],
    )
  ).rows;

/** Where they are or were a member, or are invited, and how invitations name them. */
const placesOf = async (client: Client, email: string, accounts: readonly string[]) =>
  (
    await client.query<{ company_id: string; name: string | null }>(
      `select company_id, null as name from membership where person_id = any($2)
       union select company_id, name from invitation where lower(email) = $1`,
      [email, accounts],
    )
  ).rows;

const contactsOf = async (client: Client, email: string): Promise<Contact[]> =>
  (
    await client.query<Contact>(
      `select contact.id, client_id, contact.company_id, contact.name, phone, client.name as household,
         not exists (select from contact other where other.client_id = contact.client_id
           and coalesce(lower(other.email), '') <> $1) as alone
       from contact join client on client.id = client_id where lower(email) = $1`,
      [email],
    )
  ).rows;

/** Everything that leads from an address to a person. Lists are empty where nobody is known by it. */
export const knownPerson = async (client: Client, email: string): Promise<KnownPerson> => {
  const identity = await inServiceOf(client, 'identity', async () => {
    const accounts = await accountsOf(client, email);
    return { accounts, places: await placesOf(client, email, ids(accounts)) };
  });
  const contacts = await inServiceOf(client, 'leads', () => contactsOf(client, email));
  const alone = contacts.filter(({ alone }) => alone);
  const named = [...identity.accounts, ...identity.places, ...contacts].map(({ name }) => name ?? '');
  return {
    email,
    accounts: ids(identity.accounts),
    contacts: ids(contacts),
    clients: unique(contacts.map((contact) => contact.client_id)),
    households: unique(alone.map((contact) => contact.client_id)),
    companies: unique([...identity.places, ...contacts].map((place) => place.company_id)),
    names: unique([...named, ...alone.map(({ household }) => household)]),
    phones: unique(contacts.map(({ phone }) => phone ?? '')),
  };
};

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

const unique = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.trim()))].filter(Boolean);
