import { describe, expect, it } from '@jest/globals';
import { letterKindSchema, localeSchema, roleSchema } from '@porchlight/contracts';
import { accountWords } from '../account/account.words';
import { acceptanceWords } from '../invitation/acceptance.words';
import { invitationWords } from '../invitation/invitation.words';
import { capturedLeadWords } from '../lead/captured-lead.words';
import { portalLinkWords, portalSignInWords } from '../portal-link/portal-link.words';
import { acceptance, capturedLead, company, invitation, letter, staffAddress, wayIn } from '../test-app/letters';
import { letterText } from './letter.text';
import type { LetterWords } from './letter.words';
import type { Tongue } from './tongue';

const now = new Date('2026-11-21T18:30:00.000Z');
const expiresAt = '2026-11-22T18:29:58.000Z';
const ends = { ...wayIn, endsOn: '2026-12-06' };

/** Every mail there is, with all that can stand in it. */
const mails: Record<string, (locale: Tongue) => LetterWords> = {
  ...Object.fromEntries(
    roleSchema.options.flatMap((role) => [
      [`invitation of a ${role}`, (locale: Tongue) => invitationWords({ ...invitation, role, locale })],
      [
        `invitation of a ${role} to what has no name`,
        (locale: Tongue) => invitationWords({ ...invitation, role, locale, projectName: null }),
      ],
      [`acceptance by a ${role}`, (locale: Tongue) => acceptanceWords({ ...acceptance, role, locale })],
    ]),
  ),
  ...Object.fromEntries(
    letterKindSchema.options.map((kind) => [
      kind,
      (locale: Tongue) => accountWords(kind, { ...letter, locale, expiresAt, newEmail: 'anna@new.example' }, now),
    ]),
  ),
  'a letter without an end': (locale) => accountWords('password_reset', { ...letter, locale }, now),
  'a lead': (locale) => capturedLeadWords(capturedLead, { ...staffAddress, locale }),
  'a link': (locale) => portalLinkWords(ends, { ...company, locale }),
  'a sign-in': (locale) => portalSignInWords(ends, { ...company, locale }),
};

/** What is typed by people, and so the same in every language. */
const typed = ['message', 'from', 'tongue'];

/** Every sentence of a letter by its name. */
const sentences = ({ button, ...words }: LetterWords): [string, string][] =>
  Object.entries({ ...words, label: button.label })
    .filter(([name]) => !typed.includes(name))
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string');

describe.each(Object.entries(mails))('%s', (_, write) => {
  it.each(localeSchema.options)('is written wholly in its reader’s language: %s', (locale) => {
    const said = write(locale);
    expect(said.tongue).toBe(locale);
    const other = new Map(sentences(write(locale === 'en' ? 'es' : 'en')));
    expect([...other.keys()].sort()).toEqual(
      sentences(said)
        .map(([name]) => name)
        .sort(),
    );
    for (const [name, sentence] of sentences(said)) expect([name, sentence]).not.toEqual([name, other.get(name)]);
  });

  it('has no English word in Spanish', () => {
    const said = letterText({ ...write('es'), message: undefined });
    expect(said).not.toMatch(/\b(?:the|you|your|this|and|with|until|of|hours?|minutes|or|november|december)\b/i);
  });
});
