import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, timeZoneSchema } from '../values';
import { itemKindSchema, itemStatusSchema, percentSchema, projectStatusSchema, sectionSchema } from '../words';

/** Overall and per-section percentages; null where nothing is planned yet. */
export const progressSchema = z.object({
  overall: percentSchema.nullable(),
  planning: percentSchema.nullable(),
  execution: percentSchema.nullable(),
  closeout: percentSchema.nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

export const portalItemSchema = z.object({
  id: idSchema,
  title: z.string(),
  detail: z.string().optional(),
  kind: itemKindSchema,
  dueDate: dateSchema.optional(),
  status: itemStatusSchema,
});

export const portalMilestoneSchema = z.object({
  id: idSchema,
  name: z.string(),
  section: sectionSchema,
  targetDate: dateSchema,
  reachedOn: dateSchema.optional(),
});

export const portalUpdateSchema = z.object({
  id: idSchema,
  text: z.string(),
  photoUrl: z.string().optional(),
  /** The same, small enough for a list, and the shape of both. */
  smallUrl: z.string().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  at: instantSchema,
});

export const portalSharedFileSchema = z.object({
  id: idSchema,
  kind: z.enum(['photo', 'document']),
  /** Empty where a photo needs no words. */
  title: z.string(),
  url: z.string(),
  /** Of a photo: the same, small enough for a list, and the shape of both. */
  smallUrl: z.string().optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  /** Of a document, so that a reader knows what comes. */
  mediaType: z.string().optional(),
  sharedAt: instantSchema,
});

/**
 * The public view of a project, computed by `projects` from an allow-list and carried whole by `portal.fact.project.v1`.
 * Every `id` but `projectId` is a random UUID that belongs to the portal alone.
 * `confirmedAt` is when the builder last confirmed or publicly changed anything; it is left out of the byte comparison.
 */
export const portalProjectV1Schema = z.object({
  projectId: idSchema,
  name: z.string(),
  address: z.string().optional(),
  status: projectStatusSchema,
  timeZone: timeZoneSchema,
  deadline: dateSchema.optional(),
  progress: progressSchema,
  items: z.array(portalItemSchema),
  milestones: z.array(portalMilestoneSchema),
  /** Newest first, at most a hundred. A view carries the newest three; the rest is fetched. */
  updates: z.array(portalUpdateSchema),
  shared: z.array(portalSharedFileSchema),
  confirmedAt: instantSchema.optional(),
});
export type PortalProjectV1 = z.infer<typeof portalProjectV1Schema>;
