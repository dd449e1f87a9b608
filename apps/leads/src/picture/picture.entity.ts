import { defineEntity, p } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import type { PictureKind, Renditions } from '@porchlight/media';

const PictureSchema = defineEntity({
  name: 'Picture',
  tableName: 'picture',
  properties: {
    /** Under which the large one lies in the public folder. Random, since portals name it: it says nothing of when. */
    id: p.uuid().primary(),
    companyId: p.uuid(),
    kind: p.text().$type<PictureKind>(),
    position: p.integer(),
    alt: p.text().nullable().strictNullable(),
    width: p.integer(),
    height: p.integer(),
    /** The same for the small one. */
    smallId: p.uuid(),
    smallWidth: p.integer(),
    smallHeight: p.integer(),
    addedAt: p.datetime(),
    /** Set while nobody shows it: not yet, or no more. What stays so for an hour is swept. */
    givenUpAt: p.datetime().nullable().strictNullable(),
  },
});

/** A picture of a company's brand, in two sizes: its logo, or work to be proud of. */
export class Picture extends PictureSchema.class {
  /** Noted before its bytes are stored, as if given up: whatever fails until it is shown, the sweep clears away. */
  static noted(companyId: string, kind: PictureKind, { large, small }: Renditions): Picture {
    const picture = new Picture();
    picture.id = randomUUID();
    picture.companyId = companyId;
    picture.kind = kind;
    picture.position = 0;
    picture.alt = null;
    picture.width = large.width;
    picture.height = large.height;
    picture.smallId = randomUUID();
    picture.smallWidth = small.width;
    picture.smallHeight = small.height;
    picture.addedAt = new Date();
    picture.givenUpAt = picture.addedAt;
    return picture;
  }

  show(position: number): void {
    this.position = position;
    this.givenUpAt = null;
  }

  giveUp(): void {
    this.givenUpAt = new Date();
  }
}
PictureSchema.setClass(Picture);
