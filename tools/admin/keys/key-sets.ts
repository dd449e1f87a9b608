import { PlainError } from '@porchlight/installation';
import type { Client } from 'pg';
import { UsageError } from '../command';

/** A set of keys of an installation. */
export interface KeySet {
  readonly name: string;
  /** The variable in `.env`. */
  readonly variable: string;
  /** The Secret in a cluster, and the key in it. */
  readonly secret: string;
  readonly key: string;
  readonly service: string;
  readonly signs: string;
  /** In one line each, what no longer works without the key of that version. */
  affected?(client: Client, version: number): Promise<string[]>;
}

const shareLinks = async (client: Client, version: number): Promise<string[]> => {
  const { rows } = await client.query<{ id: string; project_id: string }>(
    `select id, project_id from gateway.share_link
     where key_version = $1 and revoked_at is null and (ends_on is null or ends_on >= current_date) order by project_id, id`,
    [version],
  );
  return rows.map(({ id, project_id: project }) => `link ${id} of project ${project}`);
};

const invitations = async (client: Client, version: number): Promise<string[]> => {
  const { rows } = await client.query<{ id: string; company_id: string }>(
    `select id, company_id from identity.invitation
     where key_version = $1 and state = 'pending' and expires_at > now() order by company_id, id`,
    [version],
  );
  return rows.map(({ id, company_id: company }) => `invitation ${id} of company ${company}`);
};

export const keySets: readonly KeySet[] = [
  {
    name: 'signing',
    variable: 'SIGNING_KEYS',
    secret: 'identity',
    key: 'SIGNING_KEYS',
    service: 'identity',
    signs: 'access tokens',
  },
  {
    name: 'mailed',
    variable: 'IDENTITY_TOKEN_KEYS',
    secret: 'identity',
    key: 'TOKEN_KEYS',
    service: 'identity',
    signs: 'invitations, links in mails, device cookies',
    affected: invitations,
  },
  {
    name: 'forms',
    variable: 'LEADS_TOKEN_KEYS',
    secret: 'leads',
    key: 'TOKEN_KEYS',
    service: 'leads',
    signs: 'what the public form gives out',
  },
  {
    name: 'links',
    variable: 'GATEWAY_TOKEN_KEYS',
    secret: 'portal-gateway',
    key: 'TOKEN_KEYS',
    service: 'portal-gateway',
    signs: 'share links and portal cookies',
    affected: shareLinks,
  },
];

export const setNames = keySets.map(({ name }) => name).join(' | ');

/** The set of that name. Throws `UsageError` for none. */
export const keySet = (name: string | undefined): KeySet => {
  const found = keySets.find((set) => set.name === name);
  if (!found) throw new UsageError(`which keys? ${setNames}`);
  return found;
};

/** Its keys as they are now, from the environment. */
export const keysNow = ({ variable }: KeySet): string => {
  const value = process.env[variable];
  if (!value) throw new PlainError(`${variable} is missing: it holds the keys as they are now`);
  return value;
};
