import { defineEntity, p } from '@mikro-orm/core';
import type { InvitationStatus, ReadInvitation, Role } from '@porchlight/contracts';
import type { Place } from '../membership/membership.entity';
import { invitationErrors, linkErrors } from './invitation.errors';

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    /** Null: to the company, as staff. */
    projectId: p.uuid().strictNullable(),
    email: p.string(),
    name: p.string().strictNullable(),
    role: p.string().$type<Role>(),
    message: p.string().strictNullable(),
    /** Expired is no state of its own but `pending` past `expiresAt`. */
    state: p.string().$type<Exclude<InvitationStatus, 'expired'>>(),
    /** Rises with every change that other services are told of. */
    version: p.integer(),
    /** Rises with each sending; only the link of the current one works. */
    generation: p.integer(),
    /** The key that signed the current link. */
    keyVersion: p.integer(),
    /** Whether the current link went out by mail and was shown to nobody: only then who holds it reads that mailbox. */
    mailed: p.boolean(),
    invitedBy: p.uuid(),
    sentAt: p.datetime(),
    expiresAt: p.datetime(),
    /** When a person first did something on the page behind the link. */
    openedAt: p.datetime().strictNullable(),
    /** When the holder of a link that worked no more last had a new one sent. */
    renewedAt: p.datetime().strictNullable(),
    /** Of the page on which its reader last did something, for every mail from then on; null: the company's. */
    language: p.text().$type<Language>().strictNullable(),
    acceptedBy: p.uuid().strictNullable(),
    acceptedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

type Language = NonNullable<ReadInvitation['language']>;

/** What a builder says when inviting. */
export interface Wording {
  readonly role: Role;
  readonly name: string | null;
  readonly message: string | null;
  readonly invitedBy: string;
}

/** One sending of the invitation: when, for how long, the key that signs its link, and whether it goes out by mail. */
export interface Sending {
  readonly at: Date;
  readonly days: number;
  readonly keyVersion: number;
  readonly mailed: boolean;
}

const DAY = 86_400_000;
/** How often the holder of an old link can have a new one sent. */
export const renewEveryMs = 600_000;

/** An offer to one e-mail address to join one place; there is never a second one for the same two. */
export class Invitation extends InvitationSchema.class {
  static make(id: string, place: Place, email: string, wording: Wording, sending: Sending): Invitation {
    const invitation = new Invitation();
    invitation.id = id;
    invitation.companyId = place.companyId;
    invitation.projectId = place.projectId;
    invitation.email = email;
    invitation.version = 0;
    invitation.generation = 0;
    invitation.renewedAt = null;
    invitation.language = null;
    invitation.createdAt = sending.at;
    invitation.word(wording);
    invitation.send(sending);
    return invitation;
  }

  statusAt(now: Date): InvitationStatus {
    return this.state === 'pending' && this.expiresAt <= now ? 'expired' : this.state;
  }

  /**
   * Invites anew where an invitation stands already. False if that says nothing new: the same words, still pending, and
   * not at the sending whose mail was `lost`.
   */
  inviteAgain(wording: Wording, sending: Sending, lost?: number): boolean {
    const same = this.role === wording.role && this.name === wording.name && this.message === wording.message;
    // One shown to copy is mailed once a mail server is set up, and the other way round.
    const reached =
      this.generation !== lost && this.statusAt(sending.at) === 'pending' && this.mailed === sending.mailed;
    if (same && reached) return false;
    this.word(wording);
    this.send(sending);
    return true;
  }

  /** Makes a new link, good from now on, and kills the one before. */
  resend(sending: Sending): void {
    if (this.state === 'accepted') throw invitationErrors.alreadyUsed();
    if (this.state === 'revoked') throw invitationErrors.alreadyRevoked();
    this.send(sending);
  }

  /** Leads to the same place by a new link, which goes to another address. */
  readdress(email: string, sending: Sending): void {
    this.email = email;
    this.send(sending);
  }

  /**
   * Makes a new link for who holds one that works no more: of an earlier sending, or expired. False where there is nothing
   * to send, because the link works or because that was done moments ago.
   */
  renew(generation: number, sending: Sending, language: Language | null = null): boolean {
    if (this.state === 'accepted') throw linkErrors.used();
    if (this.state === 'revoked') throw linkErrors.revoked();
    if (!sending.mailed) throw linkErrors.noMail();
    const works = generation === this.generation && this.statusAt(sending.at) === 'pending';
    const justNow = this.renewedAt !== null && sending.at.getTime() - this.renewedAt.getTime() < renewEveryMs;
    if (works || justNow) return false;
    this.renewedAt = sending.at;
    this.language = language ?? this.language;
    this.send(sending);
    return true;
  }

  /** False if it was cancelled before. */
  revoke(): boolean {
    if (this.state === 'accepted') throw invitationErrors.alreadyUsed();
    if (this.state === 'revoked') return false;
    this.state = 'revoked';
    this.version += 1;
    return true;
  }

  /** Notes that a person looked at what the link of this sending shows. */
  open(generation: number, now: Date, language: Language | null = null): void {
    if (generation !== this.generation) return;
    this.openedAt ??= now;
    this.language = language ?? this.language;
  }

  /** What stands is told as if it had changed: for those who never heard of it. */
  tellAnew(): void {
    this.version += 1;
  }

  /** Refuses a link that is not of the current sending. */
  requireCurrent(generation: number): void {
    if (generation !== this.generation) throw linkErrors.superseded();
  }

  /** Refuses what can no longer be accepted, and says why. */
  requireOpen(now: Date): void {
    const status = this.statusAt(now);
    if (status === 'accepted') throw linkErrors.used();
    if (status === 'revoked') throw linkErrors.revoked();
    if (status === 'expired') throw linkErrors.expired();
  }

  accept(personId: string, now: Date): void {
    this.requireOpen(now);
    this.state = 'accepted';
    this.acceptedBy = personId;
    this.acceptedAt = now;
    this.openedAt ??= now;
    this.version += 1;
  }

  private word(wording: Wording): void {
    this.role = wording.role;
    this.name = wording.name;
    this.message = wording.message;
    this.invitedBy = wording.invitedBy;
  }

  private send({ at, days, keyVersion, mailed }: Sending): void {
    this.state = 'pending';
    this.version += 1;
    this.generation += 1;
    this.keyVersion = keyVersion;
    this.mailed = mailed;
    this.sentAt = at;
    this.expiresAt = new Date(at.getTime() + days * DAY);
    this.openedAt = null;
    this.acceptedBy = null;
    this.acceptedAt = null;
  }
}
InvitationSchema.setClass(Invitation);
