import type { Person as PersonReply } from '@porchlight/contracts';
import type { Person } from './person.entity';

export const personReply = (person: Person): PersonReply => ({
  id: person.id,
  name: person.name,
  email: person.email,
});
