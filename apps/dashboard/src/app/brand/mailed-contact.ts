import type { PublicContact } from '@porchlight/contracts';

const address = /^([\w'+-]+\.)*[\w'+-]*[\w+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;

/** What is typed, where a mail could carry it; else what was there before: half an address is none yet. */
export function mailedContact(typed: PublicContact, before: PublicContact): PublicContact {
  const name = (typed.name ?? '').length <= 120 ? typed.name : before.name;
  const phone = (typed.phone ?? '').length <= 40 ? typed.phone : before.phone;
  const email = !typed.email || (typed.email.length <= 254 && address.test(typed.email)) ? typed.email : before.email;
  return { ...(name && { name }), ...(phone && { phone }), ...(email && { email }) };
}
