import { defineEntity, p } from '@mikro-orm/core';
import type { InvitationStatus, Role } from '@porchlight/contracts';
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
    /** Rises with each sending; only the link of the current one works. */
    generation: p.integer(),
    /** The key that signed the current link. */
    keyVersion: p.integer(),
    invitedBy: p.uuid(),
    sentAt: p.datetime(),
    expiresAt: p.datetime(),
    /** When a person first did something on the page behind the link. */
    openedAt: p.datetime().strictNullable(),
    acceptedBy: p.uuid().strictNullable(),
    acceptedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

/** What a builder says when inviting. */
export interface Wording {
  readonly role: Role;
  readonly name: string | null;
  readonly message: string | null;
  readonly invitedBy: string;
}

/** One sending of the invitation: when, until when, and the key that signs its link. */
export interface Sending {
  readonly at: Date;
  readonly days: number;
  readonly keyVersion: number;
}

const DAY = 86_400_000;

/** An offer to one e-mail address to join one place; there is never a second one for the same two. */
export class Invitation extends InvitationSchema.class {
  static make(id: string, place: Place, email: string, wording: Wording, sending: Sending): Invitation {
    const invitation = new Invitation();
    invitation.id = id;
    invitation.companyId = place.companyId;
    invitation.projectId = place.projectId;
    invitation.email = email;
    invitation.generation = 0;
    invitation.createdAt = sending.at;
    invitation.word(wording);
    invitation.send(sending);
    return invitation;
  }

  statusAt(now: Date): InvitationStatus {
    return this.state === 'pending' && this.expiresAt <= now ? 'expired' : this.state;
  }

  /** Invites anew where an invitation stands already. False if that says nothing new: the same words, still pending. */
  inviteAgain(wording: Wording, sending: Sending): boolean {
    const same = this.role === wording.role && this.name === wording.name && this.message === wording.message;
    if (same && this.statusAt(sending.at) === 'pending') return false;
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

  revoke(): void {
    if (this.state === 'accepted') throw invitationErrors.alreadyUsed();
    this.state = 'revoked';
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
  }

  private word(wording: Wording): void {
    this.role = wording.role;
    this.name = wording.name;
    this.message = wording.message;
    this.invitedBy = wording.invitedBy;
  }

  private send({ at, days, keyVersion }: Sending): void {
    this.state = 'pending';
    this.generation += 1;
    this.keyVersion = keyVersion;
    this.sentAt = at;
    this.expiresAt = new Date(at.getTime() + days * DAY);
    this.openedAt = null;
    this.acceptedBy = null;
    this.acceptedAt = null;
  }
}
InvitationSchema.setClass(Invitation);
