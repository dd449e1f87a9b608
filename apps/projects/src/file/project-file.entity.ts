import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ProjectFile as ProjectFileReply } from '@porchlight/contracts';
import { randomUUID } from 'node:crypto';

const ProjectFileSchema = defineEntity({
  name: 'ProjectFile',
  tableName: 'project_file',
  properties: {
    /** Under which its bytes lie in the private folder; of a photo the large rendition. */
    id: p.uuid().primary(),
    companyId: p.uuid(),
    /** Null while it is nobody's: its bytes are not stored yet, or it was removed. What stays so for an hour is swept. */
    projectId: p.uuid().nullable().strictNullable(),
    version: p.integer(),
    name: p.text(),
    title: p.text(),
    kind: p.text().$type<ProjectFileReply['kind']>(),
    mediaType: p.text(),
    /** In bytes. */
    size: p.integer(),
    /** The same for the small rendition of a photo. */
    smallId: p.uuid(),
    smallSize: p.integer(),
    width: p.integer().nullable().strictNullable(),
    height: p.integer().nullable().strictNullable(),
    addedAt: p.datetime(),
    addedBy: p.text(),
    sharedAt: p.datetime().nullable().strictNullable(),
    /** Under which copies may lie in the public folder, fresh with each sharing. */
    publicId: p.uuid().nullable().strictNullable(),
    publicSmallId: p.uuid().nullable().strictNullable(),
    /** Since when they are expected there; null once they are only to go. */
    publicSince: p.datetime().nullable().strictNullable(),
  },
});

/** A photo or document of a project, for the staff alone until it is shared. */
export class ProjectFile extends ProjectFileSchema.class {
  get isShared(): boolean {
    return this.sharedAt !== null;
  }

  /** All that may lie in the public folder because of it. */
  get publicIds(): readonly string[] {
    return [this.publicId, this.publicSmallId].filter((id) => id !== null);
  }

  /** Bytes of one copy, in all of its sizes. */
  get wholeSize(): number {
    return this.size + this.smallSize;
  }

  /** Noted before anything is copied: should the copying fail, the sweep knows where. */
  expectPublic(): void {
    this.publicId = randomUUID();
    this.publicSmallId = randomUUID();
    this.publicSince = new Date();
  }

  /** To be dropped under the ids that they were shown by: those are never shown again. */
  givePublicUp(): void {
    this.publicSince = null;
  }

  forgetPublic(): void {
    this.publicId = null;
    this.publicSmallId = null;
    this.publicSince = null;
  }
}
ProjectFileSchema.setClass(ProjectFile);
