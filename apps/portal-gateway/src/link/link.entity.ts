import { defineEntity, p } from '@mikro-orm/postgresql';

const ShareLinkSchema = defineEntity({
  name: 'ShareLink',
  tableName: 'share_link',
  properties: {
    id: p.uuid().primary(),
    projectId: p.uuid(),
    /** `builder`: named in the dashboard; `customer`: made by Share of a signed-in customer. */
    kind: p.enum(['builder', 'customer'] as const),
    label: p.string(),
    email: p.string().strictNullable(),
    /** The last day it works, in the project's time zone. */
    endsOn: p.date().strictNullable(),
    generation: p.integer(),
    keyVersion: p.integer(),
    /** Whose own link it is. */
    personId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().strictNullable(),
    lastOpenedAt: p.datetime().strictNullable(),
    /** When the newest mail with it came back. */
    undeliveredAt: p.datetime().strictNullable(),
  },
});

/** A way into one portal without an account. Its token names the row and the generation, and is stored nowhere. */
export class ShareLink extends ShareLinkSchema.class {
  /** A new token takes the place of the old one, which is dead from now on. */
  rotate(keyVersion: number): void {
    this.generation += 1;
    this.keyVersion = keyVersion;
    this.lastOpenedAt = null;
  }

  /** For good; a second time changes nothing. */
  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}
ShareLinkSchema.setClass(ShareLink);
