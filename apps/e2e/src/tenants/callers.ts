import { may, type Action, type Role } from '@porchlight/contracts';
import { expected, type Client, type System } from '@porchlight/testing';
import type { Part, Tenant } from './tenant';

/** Somebody who tries what is of the first company. */
export interface Caller {
  readonly name: string;
  /** Has the access token and no cookies. */
  readonly client: Client;
  readonly signedIn: boolean;
  /** What they are in the first company: as staff or in its project; a member of another of its projects; or nothing. */
  readonly part: Part | null;
  /** What they are in a company of their own. */
  readonly elsewhere: Role | null;
}

/** Where what an operation is about belongs: to the project, to the company, or to whichever companies are the caller's own. */
export type Place = 'project' | 'company' | 'own';

const roleOf: Readonly<Record<Part, Role>> = {
  owner: 'owner',
  manager: 'manager',
  subcontractor: 'subcontractor',
  customer: 'customer',
  otherSubcontractor: 'subcontractor',
  otherCustomer: 'customer',
};

const isOfAnotherProject = (part: Part): boolean => part === 'otherSubcontractor' || part === 'otherCustomer';

/**
 * What the policy says to a caller. Strangers are told that there is no such thing (404), members that they may not (403).
 * Who has a part in one project of a company is a member of the company, and a stranger to its other projects.
 */
export const verdict = (caller: Caller, action: Action, place: Place): 'may' | 401 | 403 | 404 => {
  const { signedIn, part, elsewhere } = caller;
  if (!signedIn) return 401;
  if (place === 'own') {
    const role = part ? roleOf[part] : elsewhere;
    return role && may(role, action) ? 'may' : 403;
  }
  if (!part || (place === 'project' && isOfAnotherProject(part))) return 404;
  return may(roleOf[part], action) ? 'may' : 403;
};

const parts = ['owner', 'manager', 'subcontractor', 'customer', 'otherSubcontractor', 'otherCustomer'] as const;

/** Everybody who could stand before a route: nobody, all kinds of people of both companies, and one who has no company. */
export const callersOf = async (system: System, mine: Tenant, theirs: Tenant): Promise<Caller[]> => {
  const bare = (client: Client | null): Client =>
    Object.assign(system.client(), {
      accessToken: client?.accessToken ?? null,
      email: client?.email ?? '',
      password: client?.password ?? '',
    });
  const lone = await theirs.joins('customer');
  expected(204, await theirs.owner.delete(`/api/identity/projects/${theirs.ids.project}/members/${lone.personId}`));
  await lone.client.signIn(lone.client.email, lone.client.password);
  return [
    { name: 'nobody', client: bare(null), signedIn: false, part: null, elsewhere: null },
    ...parts.map((part) => ({
      name: `the ${part} of the company`,
      client: bare(mine.people[part]),
      signedIn: true,
      part,
      elsewhere: null,
    })),
    ...(['owner', 'manager', 'subcontractor', 'customer'] as const).map((part) => ({
      name: `the ${part} of another company`,
      client: bare(theirs.people[part]),
      signedIn: true,
      part: null,
      elsewhere: part,
    })),
    { name: 'somebody without a company', client: bare(lone.client), signedIn: true, part: null, elsewhere: null },
  ];
};
