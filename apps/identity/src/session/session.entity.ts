import { defineEntity, p } from '@mikro-orm/core';
import { v7 } from 'uuid';

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    /** The `sid` of access tokens. */
    id: p.uuid().primary(),
    personId: p.uuid(),
    /** SHA-256 of the one refresh token that is good now. */
    tokenHash: p.string(),
    /** SHA-256 of the one before it. */
    previousHash: p.string().strictNullable(),
    rotatedAt: p.datetime().strictNullable(),
    device: p.string(),
    /** Whether some gateway was told that this session is good, and so may show portals to it. */
    seesPortal: p.boolean(),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
  },
});

const DAY = 86_400_000;
/** A session that nobody used for so long is over. */
export const idleMs = 30 * DAY;
/** How long the token just replaced still works: two tabs that wake at once send the same one. */
export const graceMs = 10_000;

/**
 * What became of a presented refresh token.
 * - `rotated`: it was the current one; the next one is current now.
 * - `in_grace`: it was replaced a moment ago; good for an access token, but no second line of refresh tokens begins.
 * - `reused`: it was replaced before, or never was ours: two parties hold tokens of this session, so it ended just now.
 * - `ended`: the session was over already.
 */
export type Presentation = 'rotated' | 'in_grace' | 'reused' | 'ended';

/** One sign-in on one device: the family of all refresh tokens that follow from it (RFC 9700 4.14.2). */
export class Session extends SessionSchema.class {
  static open(personId: string, device: string, now: Date): Session {
    const session = new Session();
    session.id = v7();
    session.personId = personId;
    session.tokenHash = '';
    session.previousHash = null;
    session.rotatedAt = null;
    session.device = device;
    session.seesPortal = false;
    session.createdAt = now;
    session.lastUsedAt = now;
    session.expiresAt = new Date(now.getTime() + idleMs);
    session.endedAt = null;
    return session;
  }

  isOver(now: Date): boolean {
    return this.endedAt !== null || this.expiresAt <= now;
  }

  /** Takes a presented token's hash and the hash of the token that would follow it. */
  present(hash: string, nextHash: string, now: Date): Presentation {
    if (this.isOver(now)) return 'ended';
    if (hash === this.tokenHash) {
      this.previousHash = hash;
      this.tokenHash = nextHash;
      this.rotatedAt = now;
      this.lastUsedAt = now;
      this.expiresAt = new Date(now.getTime() + idleMs);
      return 'rotated';
    }
    if (hash === this.previousHash && this.rotatedAt && now.getTime() - this.rotatedAt.getTime() <= graceMs) {
      return 'in_grace';
    }
    this.end(now);
    return 'reused';
  }

  /** Whether this is the hash of its current token or of the one before. */
  knowsToken(hash: string): boolean {
    return hash === this.tokenHash || hash === this.previousHash;
  }

  end(now: Date): void {
    this.endedAt ??= now;
  }
}
SessionSchema.setClass(Session);
