import type { InvitationStatus } from '@porchlight/contracts';

/** What a builder says when inviting. */
export interface Words {
  readonly role: 'subcontractor' | 'customer';
  readonly message: string;
}

/** What a request is answered with: its status, and the code of a problem. */
export type Answer = readonly [status: number, code?: string];

/** Who uses a link: somebody signed out, the person it was sent to, or somebody else who is signed in. */
export type Visitor = 'nobody' | 'invited' | 'stranger';

const gone: Record<Exclude<InvitationStatus, 'pending'>, Answer> = {
  accepted: [410, 'invitation_used'],
  revoked: [410, 'invitation_revoked'],
  expired: [410, 'invitation_expired'],
};

/** One address and one project, as docs and builders think of them: no tables, no tokens, no time but what passes by command. */
export class InvitationModel {
  status: InvitationStatus | 'none' = 'none';
  generation = 0;
  words: Words = { role: 'customer', message: '' };
  opened = false;
  /** A link was renewed within the last ten minutes. */
  renewed = false;
  hasAccount = false;
  isMember = false;

  get exists(): boolean {
    return this.status !== 'none';
  }

  invite(words: Words): Answer {
    if (this.isMember) return [409, 'already_member'];
    const same = words.role === this.words.role && words.message === this.words.message;
    if (this.status === 'pending' && same) return [201];
    this.words = words;
    return this.sent(201);
  }

  resend(): Answer {
    if (this.status === 'accepted') return [409, 'invitation_used'];
    if (this.status === 'revoked') return [409, 'invitation_revoked'];
    return this.sent(200);
  }

  cancel(): Answer {
    if (this.status === 'accepted') return [409, 'invitation_used'];
    this.status = 'revoked';
    return [204];
  }

  accept(generation: number, visitor: Visitor): Answer {
    if (generation !== this.generation) return [410, 'invitation_superseded'];
    if (this.status !== 'pending') return gone[this.status === 'none' ? 'revoked' : this.status];
    if (visitor === 'stranger') return [403, 'wrong_person'];
    if (visitor === 'nobody' && this.hasAccount) return [401, 'sign_in_required'];
    this.status = 'accepted';
    this.opened = true;
    this.hasAccount = true;
    this.isMember = true;
    return [201];
  }

  inspect(generation: number): Answer {
    const wayHome = this.status === 'accepted' || generation === this.generation;
    return wayHome ? [200] : [410, 'invitation_superseded'];
  }

  open(generation: number): Answer {
    if (generation === this.generation) this.opened = true;
    return [204];
  }

  renew(generation: number): Answer {
    if (this.status === 'accepted' || this.status === 'revoked') return gone[this.status];
    const works = this.status === 'pending' && generation === this.generation;
    if (works || this.renewed) return [202];
    this.renewed = true;
    return this.sent(202);
  }

  expire(): void {
    this.status = 'expired';
  }

  tenMinutesPass(): void {
    this.renewed = false;
  }

  removeMember(): Answer {
    this.isMember = false;
    return [204];
  }

  private sent(status: number): Answer {
    this.status = 'pending';
    this.generation += 1;
    this.opened = false;
    return [status];
  }
}
