import { describe, expect, it } from '@jest/globals';
import { letterKindSchema } from '@porchlight/contracts';
import { letterText } from '../letter/letter.text';
import { letter } from '../test-app/letters';
import { accountWords, type SendableLetter } from './account.words';

const now = new Date('2026-11-21T18:30:00.000Z');
const inAnHour = '2026-11-21T19:29:58.000Z';
const words = (kind: Parameters<typeof accountWords>[0], changes: Partial<SendableLetter> = {}) =>
  accountWords(kind, { ...letter, ...changes }, now);

describe('a letter about an account', () => {
  it('brings the link with which a password is chosen, and lets who did not ask be', () => {
    expect(words('password_reset', { expiresAt: inAnHour })).toMatchObject({
      from: 'Porchlight',
      subject: 'Choose a new password',
      button: { label: 'Choose a New Password', url: letter.url },
      expiry: 'The link works once, within 60 minutes of this mail.',
      caution: expect.stringContaining('If it was not you, do nothing.'),
    });
  });

  it('tells of a changed password, and of the way out for whom it is a surprise', () => {
    const { subject, introduction, button, expiry } = words('password_changed');
    expect(subject).toBe('Your password was changed');
    expect(introduction).toContain('If it was not you, choose a new password at once');
    expect(button).toEqual({ label: 'It Was Not Me', url: letter.url });
    expect(expiry).toBeUndefined();
  });

  it('asks whether an address is the reader’s own', () => {
    expect(words('email_confirmation', { expiresAt: '2026-11-22T18:29:58.000Z' })).toMatchObject({
      subject: 'Confirm this address',
      button: { label: 'Confirm This Address', url: letter.url },
      expiry: 'The link works once, within 24 hours of this mail.',
      caution: expect.stringContaining('If it was not you, do nothing.'),
    });
  });

  it('tells the former address which one took its place', () => {
    const { subject, introduction, caution } = words('email_changed', { newEmail: 'anna@new.example' });
    expect(subject).toBe('Your address was changed');
    expect(introduction).toContain('from anna@example.com to anna@new.example');
    expect(caution).toContain('somebody knows your password');
  });

  it.each(letterKindSchema.options)('says no name that who registered with a stranger’s address chose: %s', (kind) => {
    const said = words(kind, { personName: 'Win 1000 at evil.example' });
    expect(JSON.stringify(said)).not.toContain('evil.example');
    expect(letterText(said)).toContain(letter.url);
  });

  it.each(letterKindSchema.options)('is short: %s', (kind) => {
    const said = letterText(words(kind, { expiresAt: inAnHour, newEmail: 'anna@new.example' }));
    expect(said.split(/\s+/).length).toBeLessThan(110);
  });
});
