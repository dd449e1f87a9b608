import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Invitation, renewEveryMs, type Sending, type Wording } from './invitation.entity';

const day = 86_400_000;
const start = new Date('2026-11-21T12:00:00Z');
const onDay = (number: number): Date => new Date(start.getTime() + number * day);
const sending = (at: Date = start): Sending => ({ at, days: 7, keyVersion: 1, mailed: true });
const wording: Wording = { role: 'customer', name: 'Anna', message: null, invitedBy: v7() };
const anna = v7();

const sent = (): Invitation =>
  Invitation.make(v7(), { companyId: v7(), projectId: v7() }, 'anna@example.com', wording, sending());

const accepted = (): Invitation => {
  const invitation = sent();
  invitation.accept(anna, onDay(1));
  return invitation;
};

const revoked = (): Invitation => {
  const invitation = sent();
  invitation.revoke();
  return invitation;
};

describe('Invitation', () => {
  it('is pending for seven days from sending, then expired', () => {
    const invitation = sent();
    expect(invitation.statusAt(new Date(onDay(7).getTime() - 1))).toBe('pending');
    expect(invitation.statusAt(onDay(7))).toBe('expired');
  });

  it('is accepted once', () => {
    const invitation = accepted();
    expect(invitation.statusAt(onDay(30))).toBe('accepted');
    expect(() => invitation.accept(v7(), onDay(1))).toThrow('invitation_used');
    expect(invitation.acceptedBy).toBe(anna);
  });

  it('cannot be accepted when expired or revoked', () => {
    expect(() => sent().accept(anna, onDay(7))).toThrow('invitation_expired');
    expect(() => revoked().accept(anna, onDay(1))).toThrow('invitation_revoked');
  });

  it('sent again has a new link and another seven days, and the old link is dead', () => {
    const invitation = sent();
    invitation.resend(sending(onDay(9)));
    expect(invitation.statusAt(onDay(15))).toBe('pending');
    expect(() => invitation.requireCurrent(1)).toThrow('invitation_superseded');
    expect(() => invitation.requireCurrent(2)).not.toThrow();
  });

  it('is not sent again once accepted or revoked', () => {
    expect(() => accepted().resend(sending())).toThrow('invitation_used');
    expect(() => revoked().resend(sending())).toThrow('invitation_revoked');
  });

  it('can be revoked more than once, but not after it was accepted', () => {
    const invitation = revoked();
    const { version } = invitation;
    expect(invitation.revoke()).toBe(false);
    expect(invitation.statusAt(start)).toBe('revoked');
    expect(invitation.version).toBe(version);
    expect(() => accepted().revoke()).toThrow('invitation_used');
  });

  it('stays as it is when the same is asked again while it is pending', () => {
    const invitation = sent();
    expect(invitation.inviteAgain({ ...wording, invitedBy: v7() }, sending(onDay(1)))).toBe(false);
    expect(invitation.generation).toBe(1);
    expect(invitation.sentAt).toEqual(start);
  });

  it('is sent anew once for a sending whose mail came back, however often that is said', () => {
    const invitation = sent();
    expect([1, 2].map(() => invitation.inviteAgain(wording, sending(onDay(1)), 1))).toEqual([true, false]);
    expect(invitation.generation).toBe(2);
  });

  it.each([
    ['other words', sent, onDay(1), { ...wording, message: 'Welcome!' }],
    ['an expired one', sent, onDay(8), wording],
    ['a revoked one', revoked, onDay(1), wording],
    ['an accepted one whose person was removed', accepted, onDay(1), wording],
  ])('is sent anew with %s', (_, made, at, words) => {
    const invitation = made();
    expect(invitation.inviteAgain(words, sending(at))).toBe(true);
    expect(invitation.statusAt(at)).toBe('pending');
    expect(invitation.generation).toBe(2);
    expect(invitation.acceptedBy).toBeNull();
    expect(invitation.message).toBe(words.message);
  });

  it('is sent anew when the link that was shown to copy can be mailed', () => {
    const invitation = sent();
    invitation.resend({ ...sending(), mailed: false });
    expect(invitation.inviteAgain(wording, { ...sending(), mailed: false })).toBe(false);
    expect(invitation.inviteAgain(wording, sending())).toBe(true);
    expect(invitation.mailed).toBe(true);
  });

  it('has a higher version after each change that others are told of', () => {
    const invitation = sent();
    const versions = [invitation.version];
    const changes: (() => unknown)[] = [
      () => invitation.resend(sending()),
      () => invitation.inviteAgain({ ...wording, message: 'Welcome!' }, sending()),
      () => invitation.renew(1, sending()),
      () => invitation.revoke(),
      () => invitation.inviteAgain(wording, sending()),
      () => invitation.accept(anna, onDay(1)),
      () => invitation.tellAnew(),
    ];
    for (const change of changes) {
      change();
      versions.push(invitation.version);
    }
    expect(versions).toEqual(versions.map((_, index) => index + 1));
  });

  it('notes when a person first looked at the current link', () => {
    const invitation = sent();
    invitation.resend(sending());
    invitation.open(1, onDay(1));
    expect(invitation.openedAt).toBeNull();
    invitation.open(2, onDay(2));
    invitation.open(2, onDay(3));
    expect(invitation.openedAt).toEqual(onDay(2));
    expect(accepted().openedAt).toEqual(onDay(1));
  });

  it('remembers the language in which it was last read, and keeps it where none is said', () => {
    const invitation = sent();
    expect(invitation.language).toBeNull();
    invitation.open(1, onDay(1), 'es');
    invitation.open(1, onDay(1));
    invitation.resend(sending(onDay(1)));
    invitation.open(1, onDay(1), 'en');
    expect(invitation.language).toBe('es');
    expect(invitation.renew(1, sending(onDay(2)), 'en')).toBe(true);
    expect(invitation.language).toBe('en');
  });

  describe('renewed by who holds a link of it', () => {
    const later = (ms: number): Date => new Date(onDay(8).getTime() + ms);

    it('is sent anew when it has expired, at most once in ten minutes', () => {
      const invitation = sent();
      expect(invitation.renew(1, sending(later(0)))).toBe(true);
      expect(invitation.generation).toBe(2);
      expect(invitation.statusAt(later(0))).toBe('pending');
      expect(invitation.renew(1, sending(later(renewEveryMs - 1)))).toBe(false);
      expect(invitation.renew(1, sending(later(renewEveryMs)))).toBe(true);
    });

    it('is sent anew for a link of an earlier sending, and not for one that works', () => {
      const invitation = sent();
      expect(invitation.renew(1, sending(onDay(1)))).toBe(false);
      invitation.resend(sending(onDay(1)));
      expect(invitation.renew(1, sending(onDay(2)))).toBe(true);
      expect(invitation.generation).toBe(3);
    });

    it('stays as it is when accepted or cancelled', () => {
      expect(() => accepted().renew(1, sending(onDay(8)))).toThrow('invitation_used');
      expect(() => revoked().renew(1, sending(onDay(8)))).toThrow('invitation_revoked');
      expect(() => sent().renew(1, { ...sending(onDay(8)), mailed: false })).toThrow('mail_not_set_up');
    });
  });
});
