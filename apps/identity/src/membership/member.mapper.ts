import type { Member } from '@porchlight/contracts';
import type { Person } from '../person/person.entity';
import type { Membership } from './membership.entity';

export const memberReply = (membership: Membership, person: Person): Member => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  role: membership.role,
  since: membership.createdAt.toISOString(),
});
