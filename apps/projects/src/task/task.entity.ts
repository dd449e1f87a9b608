import { defineEntity, p } from '@mikro-orm/postgresql';
import { sectionSchema, taskStatusSchema, type TaskStatus } from '@porchlight/contracts';
import type { WorkingCalendar } from '../business-days/working-calendar';
import { percentOf } from '../portal-view/progress';
import { Sums, type Figures } from '../portal-view/sums';
import type { Work } from './task-status';

const sectionRankSql = "(case section when 'planning' then 0 when 'execution' then 1 else 2 end) stored";

const TaskSchema = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    projectId: p.uuid(),
    version: p.integer(),
    name: p.text(),
    section: p.enum(sectionSchema.options),
    /** Place of the section among the three; the database keeps it, lists sort by it. */
    sectionRank: p.smallint().generated(sectionRankSql),
    order: p.float().columnType('double precision'),
    parentId: p.uuid().strictNullable(),
    childCount: p.integer(),
    /** The day somebody asked for; until work begins, `start` is that or the next working day. */
    wantedStart: p.date(),
    start: p.date(),
    durationDays: p.integer(),
    end: p.date().fieldName('end_date'),
    /** From the first child's start to the last child's end; null on a leaf. */
    familyStart: p.date().strictNullable(),
    familyEnd: p.date().strictNullable(),
    familyDays: p.integer().strictNullable(),
    status: p.enum(taskStatusSchema.options),
    progress: p.smallint(),
    statusBefore: p.enum(taskStatusSchema.options).strictNullable(),
    progressBefore: p.smallint().strictNullable(),
    requiresAcknowledgement: p.boolean(),
    assigneePersonId: p.uuid().strictNullable(),
    /** Somebody who has not joined yet; at most one of the three is set. */
    assigneeInvitationId: p.uuid().strictNullable(),
    assigneeName: p.text().strictNullable(),
    estimatedCost: p.bigint().strictNullable(),
    committedCost: p.bigint().strictNullable(),
    actualCost: p.bigint().strictNullable(),
    notes: p.text().strictNullable(),
    /** Sums over the leaves below; all zero on a leaf. */
    below: () => p.embedded(Sums),
  },
});

/**
 * A task. A leaf counts with what is written in it; a parent shows what its leaves add up to and keeps its own dates,
 * progress and costs for the day it has no children any more.
 */
export class Task extends TaskSchema.class {
  get isParent(): boolean {
    return this.childCount > 0;
  }

  /** A leaf's own standing, whether or not it has children just now. */
  get work(): Work {
    if (this.statusBefore === null || this.progressBefore === null) {
      return { status: this.status, progress: this.progress, before: null };
    }
    const before = { status: this.statusBefore, progress: this.progressBefore };
    return { status: this.status, progress: this.progress, before };
  }

  set work(work: Work) {
    this.status = work.status;
    this.progress = work.progress;
    this.statusBefore = work.before?.status ?? null;
    this.progressBefore = work.before?.progress ?? null;
  }

  /** What this task adds to the sums as a leaf: its weight is its duration, and pending review counts at most 99. */
  get asLeaf(): Figures {
    const counted = this.status === 'pending_review' ? Math.min(this.progress, 99) : this.progress;
    return {
      weight: this.durationDays,
      weightedProgress: this.durationDays * counted,
      leafCount: 1,
      completeCount: this.status === 'complete' ? 1 : 0,
      startedCount: this.status === 'not_started' ? 0 : 1,
      estimated: this.estimatedCost ?? 0n,
      committed: this.committedCost ?? 0n,
      actual: this.actualCost ?? 0n,
    };
  }

  /** What the task and all below it add to the sums of those above it. */
  get contribution(): Figures {
    return this.isParent ? this.below : this.asLeaf;
  }

  /** From then on its start is a fact, and no calendar moves it. */
  private get hasBegun(): boolean {
    return this.status !== 'not_started' || this.progress > 0;
  }

  /** Somebody asks for a start; one on a day off moves to the next working day, except where it stands already. */
  startOn(wanted: string, calendar: WorkingCalendar): void {
    this.wantedStart = wanted;
    if (wanted !== this.start) this.start = calendar.workingDayFrom(wanted);
  }

  /** Places the task in a calendar: what has not begun starts on a working day, the end follows. */
  layOut(calendar: WorkingCalendar): void {
    if (!this.hasBegun) this.start = calendar.workingDayFrom(this.wantedStart);
    this.end = calendar.endOf(this.start, this.durationDays);
  }

  /** What a parent's children span, nulls without any. */
  span(start: string | null, end: string | null, calendar: WorkingCalendar): void {
    this.familyStart = start;
    this.familyEnd = end;
    this.familyDays = start && end ? calendar.durationOf(start, end) : null;
  }

  get shownProgress(): number {
    return this.isParent ? (percentOf(this.below) ?? 0) : this.progress;
  }

  get shownStatus(): TaskStatus {
    if (!this.isParent) return this.status;
    if (this.below.completeCount === this.below.leafCount) return 'complete';
    return this.below.startedCount === 0 ? 'not_started' : 'in_progress';
  }

  get shownStart(): string {
    return this.familyStart ?? this.start;
  }

  get shownEnd(): string {
    return this.familyEnd ?? this.end;
  }

  get shownDays(): number {
    return this.familyDays ?? this.durationDays;
  }
}
TaskSchema.setClass(Task);
