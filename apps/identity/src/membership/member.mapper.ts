import type { CompanyPerson, Member } from '@porchlight/contracts';
import type { Person } from '../person/person.entity';
import type { Membership } from './membership.entity';

export type NamedPerson = Pick<Person, 'id' | 'name' | 'email'>;

export const memberReply = (membership: Membership, person: NamedPerson): Member => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  role: membership.role,
  since: membership.createdAt.toISOString(),
});

/** `projectNames` by the projects' ids. */
export const companyPersonReply = (
  person: NamedPerson,
  memberships: readonly Membership[],
  projectNames: ReadonlyMap<string, string>,
): CompanyPerson => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  memberships: memberships.map(({ projectId, role, createdAt }) => ({
    projectId,
    projectName: (projectId && projectNames.get(projectId)) ?? null,
    role,
    since: createdAt.toISOString(),
  })),
});
