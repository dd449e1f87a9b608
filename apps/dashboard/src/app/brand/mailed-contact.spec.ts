import { describe, expect, it } from '@jest/globals';
import { publicContactSchema } from '@porchlight/contracts';
import { mailedContact } from './mailed-contact';

const saved = { name: 'Site office', phone: '303 555 0100', email: 'office@alder.example' };

describe('the contact in the preview of the mail', () => {
  it('is what is typed, and nothing where everything was cleared', () => {
    const typed = { name: 'Ruth', phone: '303 555 0199', email: 'ruth.a+x@alder.example' };
    expect(mailedContact(typed, saved)).toEqual(typed);
    expect(mailedContact({}, saved)).toEqual({});
  });

  it('keeps what was saved until what is typed can be sent', () => {
    expect(mailedContact({ ...saved, name: 'x'.repeat(121), phone: '1'.repeat(41) }, saved)).toEqual(saved);
    expect(mailedContact({ email: 'ruth@' }, {})).toEqual({});
  });

  it('never is what the service refuses', () => {
    const typed = [
      'r',
      'r@',
      'r@a',
      'r@a.',
      'r@a.e',
      'r@a.ex',
      '.r@a.ex',
      'r.@a.ex',
      'r..u@a.ex',
      'r u@a.ex',
      'r@-a.ex',
    ];
    const shown = typed.map((email) => mailedContact({ email }, {}));
    expect(shown.filter((contact) => !publicContactSchema.strict().safeParse(contact).success)).toEqual([]);
    expect(shown.filter(({ email }) => email !== undefined)).toEqual([{ email: 'r@a.ex' }]);
  });
});
