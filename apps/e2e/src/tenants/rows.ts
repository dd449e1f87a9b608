import type { Action } from '@porchlight/contracts';
import type { Client, Reply } from '@porchlight/testing';
import type { Operation } from './operations';
import type { Ids, Tenant } from './tenant';

interface Asking {
  readonly query?: (ids: Ids) => Readonly<Record<string, string>>;
  readonly body?: (ids: Ids, caller: Client) => unknown;
  /** Answers to those who are let in; any 2xx by default. */
  readonly answers?: readonly number[];
}

/** Makes what one caller may use up: ids in place of those that the others try, and the version to change. */
type Fresh = (tenant: Tenant) => Promise<Partial<Ids> & { readonly version?: number }>;

/** Behind an action of the policy. */
export interface ByAction extends Asking {
  readonly at: 'project' | 'company' | 'own';
  /** Which one, where the route has several. */
  readonly action?: Action;
  /** Other ids than the path says, where it can be about several kinds of things. */
  readonly ids?: (ids: Ids) => Partial<Ids>;
  readonly fresh?: Fresh;
  /** Reads the answer where each part of the request is answered for itself. */
  readonly outcome?: (reply: Reply) => number;
}

/** For everybody who is signed in, about themselves. */
export interface BySelf extends Asking {
  readonly at: 'self';
  /** It ends a session or changes an account: asked by somebody who is not needed any more. */
  readonly throwaway?: true;
}

/** About something that one person has; here the owner of the first company. */
export interface ByOwner extends Asking {
  readonly at: 'owner';
  readonly fresh: Fresh;
}

/** For who holds a link or a cookie. */
export interface ByLink extends Asking {
  readonly at: 'link';
  /** The answer to everybody without it. */
  readonly without: number;
  /** It would sign the others out, whom it takes for its holders. */
  readonly onlyNobody?: true;
  /** Somebody who holds it, and what they send. */
  readonly holder?: (tenant: Tenant) => Promise<{ readonly client: Client; readonly body?: unknown }>;
}

export interface ByAnyone extends Asking {
  readonly at: 'anyone';
}

export type Row = ByAction | BySelf | ByOwner | ByLink | ByAnyone;

/** How each operation is called; several ways where it can be about several kinds of things. */
export type Rows = Readonly<Record<string, Row | readonly Row[]>>;

/** The ways in which an operation is called; none where its row was forgotten. */
export const ways = (rows: Rows, { name }: Operation): readonly Row[] => {
  const row = rows[name];
  return row === undefined ? [] : [row].flat();
};
