import { z } from 'zod';
import { progressSchema } from '../portal/project';
import {
  dateSchema,
  idSchema,
  instantSchema,
  lineOfText,
  linesOfText,
  moneySchema,
  pageOf,
  timeZoneSchema,
} from '../values';
import {
  itemKindSchema,
  itemStatusSchema,
  percentSchema,
  projectStatusSchema,
  sectionSchema,
  taskStatusSchema,
} from '../words';

// ---- project

export const createProjectSchema = z.strictObject({
  /** Needed only by who is staff of several companies. */
  companyId: idSchema.optional(),
  name: lineOfText(160),
  address: lineOfText(300).optional(),
  clientName: lineOfText(160).optional(),
  /** The company's by default. */
  timeZone: timeZoneSchema.optional(),
  /** Today in the project's time zone by default. */
  start: dateSchema.optional(),
  deadline: dateSchema.optional(),
  /** What the customer agreed to pay; builder only. */
  budget: moneySchema.optional(),
});
export type CreateProject = z.infer<typeof createProjectSchema>;

export const changeProjectSchema = z
  .strictObject({
    name: lineOfText(160),
    address: lineOfText(300).nullable(),
    clientName: lineOfText(160).nullable(),
    timeZone: timeZoneSchema,
    start: dateSchema,
    deadline: dateSchema.nullable(),
    budget: moneySchema.nullable(),
    status: projectStatusSchema,
    /** With `status: "completed"`: complete what is still open instead of being refused with `open_tasks`. */
    completeOpenTasks: z.boolean(),
  })
  .partial();
export type ChangeProject = z.infer<typeof changeProjectSchema>;

export const projectSchema = z.object({
  id: idSchema,
  companyId: idSchema,
  version: z.int(),
  name: z.string(),
  address: z.string().nullable(),
  clientName: z.string().nullable(),
  timeZone: z.string(),
  start: dateSchema,
  deadline: dateSchema.nullable(),
  status: projectStatusSchema,
  /** Null for subcontractors. */
  budget: moneySchema.nullable(),
  progress: progressSchema,
  taskCount: z.int(),
  openTaskCount: z.int(),
  /** What the signed-in person is here. */
  role: z.enum(['owner', 'manager', 'subcontractor']),
  createdAt: instantSchema,
});
export type Project = z.infer<typeof projectSchema>;
export const projectListSchema = pageOf(projectSchema);

// ---- task

/**
 * Who a task is for: a member of the project or its company, somebody invited who has not joined yet (the task is theirs
 * once they do), or a plain name. `name` of the first two is told, never taken.
 */
export const assigneeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), personId: idSchema, name: z.string().max(160).optional() }),
  z.strictObject({ kind: z.literal('invited'), invitationId: idSchema, name: z.string().max(254).optional() }),
  z.strictObject({ kind: z.literal('name'), name: lineOfText(160) }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

const taskFields = {
  name: lineOfText(200),
  section: sectionSchema,
  start: dateSchema,
  /** In business days of the company. */
  durationDays: z.int().min(1).max(2000),
  parentId: idSchema.nullable(),
  status: taskStatusSchema,
  progress: percentSchema,
  assignee: assigneeSchema.nullable(),
  estimatedCost: moneySchema.nullable(),
  committedCost: moneySchema.nullable(),
  actualCost: moneySchema.nullable(),
  notes: linesOfText(10_000).nullable(),
  requiresAcknowledgement: z.boolean(),
  /** Place among its siblings; a new task goes to the end. */
  order: z.number().finite(),
};

export const createTaskSchema = z
  .strictObject(taskFields)
  .partial()
  .required({ name: true, section: true, start: true, durationDays: true });
export type CreateTask = z.infer<typeof createTaskSchema>;

export const changeTaskSchema = z.strictObject(taskFields).partial();
export type ChangeTask = z.infer<typeof changeTaskSchema>;

export const rejectTaskSchema = z.strictObject({ reason: linesOfText(1000).min(1) });

export const taskSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  version: z.int(),
  name: z.string(),
  section: sectionSchema,
  parentId: idSchema.nullable(),
  start: dateSchema,
  durationDays: z.int(),
  /** Last business day of the task. */
  end: dateSchema,
  status: taskStatusSchema,
  progress: percentSchema,
  assignee: assigneeSchema.nullable(),
  /** Money and notes are null for subcontractors. */
  estimatedCost: moneySchema.nullable(),
  committedCost: moneySchema.nullable(),
  actualCost: moneySchema.nullable(),
  notes: z.string().nullable(),
  requiresAcknowledgement: z.boolean(),
  order: z.number(),
  /** True where dates, progress and cost come from child tasks. */
  hasChildren: z.boolean(),
});
export type Task = z.infer<typeof taskSchema>;
export const taskListSchema = pageOf(taskSchema);

// ---- milestone

export const createMilestoneSchema = z.strictObject({
  name: lineOfText(160),
  targetDate: dateSchema,
  section: sectionSchema,
  reachedOn: dateSchema.nullable().optional(),
});
export type CreateMilestone = z.infer<typeof createMilestoneSchema>;
export const changeMilestoneSchema = createMilestoneSchema.partial();
export type ChangeMilestone = z.infer<typeof changeMilestoneSchema>;

export const milestoneSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  version: z.int(),
  name: z.string(),
  targetDate: dateSchema,
  section: sectionSchema,
  reachedOn: dateSchema.nullable(),
  /** `late` by today in the project's time zone. */
  state: z.enum(['reached', 'upcoming', 'late']),
});
export type Milestone = z.infer<typeof milestoneSchema>;
export const milestoneListSchema = pageOf(milestoneSchema);

// ---- customer item

const itemFields = z.strictObject({
  title: lineOfText(160),
  /** What is needed from the customer. */
  detail: linesOfText(2000).nullable().optional(),
  kind: itemKindSchema,
  section: sectionSchema,
  dueDate: dateSchema.nullable().optional(),
  status: itemStatusSchema.optional(),
});
export const createItemSchema = itemFields
  .extend({
    /** Turns this task into the item: the task goes; title, section and due date are the task's unless given. */
    fromTaskId: idSchema.optional(),
  })
  .partial({ title: true, section: true })
  .superRefine((item, context) => {
    for (const field of ['title', 'section'] as const) {
      if (item.fromTaskId !== undefined || item[field] !== undefined) continue;
      context.addIssue({ code: 'custom', path: [field], message: 'is needed' });
    }
  });
export type CreateItem = z.infer<typeof createItemSchema>;
export const changeItemSchema = itemFields.partial();
export type ChangeItem = z.infer<typeof changeItemSchema>;

export const itemSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  version: z.int(),
  title: z.string(),
  detail: z.string().nullable(),
  kind: itemKindSchema,
  section: sectionSchema,
  dueDate: dateSchema.nullable(),
  status: itemStatusSchema,
  late: z.boolean(),
});
export type Item = z.infer<typeof itemSchema>;
export const itemListSchema = pageOf(itemSchema);

// ---- update for the customer, private note, activity, budget

export const createUpdateSchema = z.strictObject({
  text: linesOfText(2000).min(1),
  /** A photo of the project, which is shared with it. */
  fileId: idSchema.optional(),
});
export const updateSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  version: z.int(),
  text: z.string(),
  /** The photo that came with it, while it is shared. */
  fileId: idSchema.nullable(),
  author: z.string(),
  at: instantSchema,
});
export type Update = z.infer<typeof updateSchema>;
export const updateListSchema = pageOf(updateSchema);

/** A photo or document of a project: private, until it is shared by itself. Pictures are stored re-encoded, without what the camera wrote into them. */
export const projectFileSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  version: z.int(),
  /** What it was called where it came from; never shown to the customer. */
  name: z.string(),
  /** What the customer reads; empty where a photo needs no words. */
  title: z.string(),
  kind: z.enum(['photo', 'document']),
  mediaType: z.string(),
  /** In bytes. */
  size: z.int(),
  /** Of a photo, in pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  addedAt: instantSchema,
  addedBy: z.string(),
  /** Since when anyone with a link, and every customer, sees it; null while it is private. */
  sharedAt: instantSchema.nullable(),
});
export type ProjectFile = z.infer<typeof projectFileSchema>;
export const projectFileListSchema = pageOf(projectFileSchema);
export const projectFileTitleSchema = lineOfText(120);
export const changeProjectFileSchema = z.strictObject({ title: projectFileTitleSchema.or(z.literal('')) });
/** `small` and `large` of a photo; a document has only what was uploaded, as an attachment. */
export const projectFileSizeQuerySchema = z.strictObject({ size: z.enum(['small', 'large']).default('large') });

/** When the builder last stood by what the customer sees: by a public change, or by saying so. */
export const confirmationSchema = z.object({ confirmedAt: instantSchema.nullable() });
export type Confirmation = z.infer<typeof confirmationSchema>;

export const createNoteSchema = z.strictObject({ text: linesOfText(10_000).min(1) });
export const changeNoteSchema = createNoteSchema;
export const noteSchema = z.object({
  id: idSchema,
  projectId: idSchema,
  version: z.int(),
  text: z.string(),
  author: z.string(),
  at: instantSchema,
});
export type Note = z.infer<typeof noteSchema>;
export const noteListSchema = pageOf(noteSchema);

export const activitySchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  /** What was changed: `project`, `task`, `milestone`, `item`, `note`, `update`, `file`. */
  subject: z.enum(['project', 'task', 'milestone', 'item', 'note', 'update', 'file']),
  subjectId: idSchema,
  subjectName: z.string(),
  action: z.enum([
    'created',
    'changed',
    'deleted',
    'submitted',
    'approved',
    'rejected',
    'shared',
    'unshared',
    'confirmed',
  ]),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type Activity = z.infer<typeof activitySchema>;
export const activityListSchema = pageOf(activitySchema);

const figuresSchema = z.object({
  estimated: moneySchema,
  committed: moneySchema,
  actual: moneySchema,
  /** Estimated minus actual. */
  variance: moneySchema,
});
export const budgetSchema = z.object({
  projectId: idSchema,
  budget: moneySchema.nullable(),
  total: figuresSchema,
  sections: z.object({ planning: figuresSchema, execution: figuresSchema, closeout: figuresSchema }),
});
export type Budget = z.infer<typeof budgetSchema>;
