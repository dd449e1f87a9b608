import { describe, expect, it } from '@jest/globals';
import type { KnownPerson } from './known-person';
import { Mentions } from './mentions';

const id = '0199aa00-0000-7000-8000-000000000001';
const stand = { email: 'x@erased.invalid', name: 'Former member' };

const person = (more: Partial<KnownPerson> = {}): KnownPerson => ({
  email: 'anna@okafor.example',
  accounts: [id],
  contacts: [],
  clients: [],
  households: [],
  companies: [],
  names: ['Anna Okafor'],
  phones: [],
  ...more,
});
const mentions = new Mentions(person());
const replaced = (text: unknown, called = true): unknown => mentions.replacedIn(text, stand, called);

describe('a person', () => {
  it.each([
    'Anna@Okafor.Example',
    '<anna@okafor.example>',
    'Write to anna@okafor.example.',
    'mailto:anna@okafor.example',
  ])('is found by their address in %s', (text) => {
    expect(mentions.isIn(text, false)).toBe(true);
    expect(String(replaced(text, false)).toLowerCase()).not.toContain('okafor');
  });

  it.each(['joanna@okafor.example', 'x.anna@okafor.example', 'anna@okafor.example.org', 'anna@okafor.examples'])(
    'is not whoever has the address %s',
    (text) => {
      expect(mentions.isIn(text, true)).toBe(false);
      expect(replaced(text)).toBe(text);
    },
  );

  it('may have signs in their address and name that mean something in patterns', () => {
    const strange = new Mentions(
      person({ email: 'a-b+c{1}@x-y.example', names: ['Anna (Nan) *'], phones: ['+1-555'] }),
    );
    const text = 'A-b+c{1}@x-y.example: Anna (Nan) *, +1-555.';
    expect(strange.replacedIn(text, stand, true)).toBe('x@erased.invalid: Former member, ….');
  });

  it('is found by name only where that means them, and as whole words', () => {
    expect(mentions.isIn('Met ANNA OKAFOR.', true)).toBe(true);
    expect(mentions.isIn('Met Anna Okafor.', false)).toBe(false);
    expect(replaced('Joanna Okafor, Anna Okaforova')).toBe('Joanna Okafor, Anna Okaforova');
    expect(replaced("Anna Okafor's house")).toBe("Former member's house");
  });

  it('of one name is found where nothing else is said', () => {
    const max = new Mentions(person({ names: ['Max'] }));
    expect(max.replacedIn({ actor: 'Max', text: 'Max 3 rooms' }, stand, true)).toEqual({
      actor: 'Former member',
      text: 'Max 3 rooms',
    });
    // What a lead's portal is called where nobody chooses another name.
    expect(max.replacedIn('Max – Kitchen', stand, true)).toBe('Former member – Kitchen');
  });

  it('is found by telephone number, which is no part of a longer one', () => {
    const caller = new Mentions(person({ phones: ['555 0100'] }));
    expect(caller.replacedIn('Ring 555 0100, not 555 01001', stand, true)).toBe('Ring …, not 555 01001');
  });

  it('is found in JSON, in JSON in JSON, and behind its escapes', () => {
    const quoted = new Mentions(person({ names: ['Anna "Nan" Okafor'] }));
    const inner = JSON.stringify({ text: 'Dear\nAnna "Nan" Okafor', n: 1.5 });
    const outer = { envelope: JSON.stringify({ id, bytes: inner }) };
    const after = JSON.parse(String(Object(quoted.replacedIn(outer, stand, true)).envelope));
    expect(after).toEqual({ id, bytes: JSON.stringify({ text: 'Dear\nFormer member', n: 1.5 }) });
    expect(mentions.isIn({ list: [{ personId: id }] }, false)).toBe(true);
  });

  it('leaves what is not theirs byte for byte', () => {
    for (const text of ['{ "a": 1.0 }', '[not json anna', '{"a":12345678901234567890}'])
      expect(replaced(text)).toBe(text);
  });
});
