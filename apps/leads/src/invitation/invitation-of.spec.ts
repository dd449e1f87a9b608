import { describe, expect, it } from '@jest/globals';
import { invitationOf } from './invitation-of';

const [person, nobody] = ['a person', new Set<string>()];
const members = new Set([person]);
const ada = { id: 'ada', email: 'ada@new.example' };
const eve = { id: 'eve', email: 'ada@old.example' };
const accepted = { contactId: 'ada', email: 'ada@old.example', state: 'accepted', acceptedBy: person } as const;
const pending = { contactId: null, email: 'ada@new.example', state: 'pending', acceptedBy: null } as const;

describe('the invitation of a contact', () => {
  it('is the one they are a member by, whatever their address', () => {
    expect(invitationOf(ada, [ada], [pending, accepted], members)).toBe(accepted);
  });

  it('is that of their new address once they were removed, and until then the old one', () => {
    expect(invitationOf(ada, [ada], [accepted, pending], nobody)).toBe(pending);
    expect(invitationOf(ada, [ada], [accepted], nobody)).toBe(accepted);
  });

  it('is found by the address again for who was deleted and added anew', () => {
    expect(invitationOf(eve, [eve], [accepted], members)).toBe(accepted);
  });

  it('is nobody else’s who has the address now, unless they were invited by it', () => {
    expect(invitationOf(eve, [ada, eve], [accepted], members)).toBeNull();
    const again = { ...accepted, state: 'pending', acceptedBy: null } as const;
    expect(invitationOf(eve, [ada, eve], [again], members)).toBe(again);
    expect(invitationOf(ada, [ada, eve], [again], members)).toBeNull();
  });
});
