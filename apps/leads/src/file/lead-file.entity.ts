import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LeadFile as LeadFileReply } from '@porchlight/contracts';

const LeadFileSchema = defineEntity({
  name: 'LeadFile',
  tableName: 'lead_file',
  properties: {
    /** Under which its bytes lie in the private folder. */
    id: p.uuid().primary(),
    companyId: p.uuid(),
    /** Null while it is nobody's: its bytes are not stored yet, or it was removed. What stays so for an hour is swept. */
    leadId: p.uuid().nullable().strictNullable(),
    name: p.text(),
    kind: p.text().$type<LeadFileReply['kind']>(),
    mediaType: p.text(),
    size: p.integer(),
    addedAt: p.datetime(),
    addedBy: p.text(),
  },
});

/** A photo or document that belongs to a lead, for the staff alone. */
export class LeadFile extends LeadFileSchema.class {}
LeadFileSchema.setClass(LeadFile);

export const leadFileReply = (file: LeadFile): LeadFileReply => ({
  id: file.id,
  name: file.name,
  kind: file.kind,
  mediaType: file.mediaType,
  size: file.size,
  addedAt: file.addedAt.toISOString(),
  addedBy: file.addedBy,
});
