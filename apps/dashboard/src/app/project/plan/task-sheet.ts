import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import type { ChangeTask, Section, Task } from '@porchlight/contracts';
import { EditDesk } from '../../edit/edit-desk';
import { StaleNotice } from '../../edit/stale-notice';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Sheet } from '../../sheet/sheet';
import { SheetFoot } from '../../sheet/sheet-foot';
import { PrivateMark } from '../../shell/marks';
import { todayIn } from '../../words/dates';
import { choices, sectionWords, taskStatusWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { PlanStore } from './plan-store';
import { toProgress, toStatus } from './task-change';
import { AssigneeField } from './assignee-field';
import { draftOf, freshDraft, taskNames, taskRules, wantedBy } from './task-draft';

interface TaskSheetData {
  readonly task: Task | null;
  readonly section: Section;
  readonly parent: Task | null;
}

/** The task as saved, or the wish to make a customer item of it. */
export type TaskSheetResult = Task | 'to-item';

/** A task with all its fields, new or old. */
@Component({
  selector: 'app-task-sheet',
  imports: [...formParts, AssigneeField, FormHead, PrivateMark, Sheet, SheetFoot, StaleNotice],
  templateUrl: './task-sheet.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskSheet {
  private readonly data = inject<TaskSheetData>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<TaskSheetResult>>(DialogRef);
  private readonly project = inject(ProjectStore);
  private readonly plan = inject(PlanStore);
  private readonly key = crypto.randomUUID();

  protected readonly task = this.data.task;
  protected readonly heading = this.task
    ? 'Edit task'
    : this.data.parent
      ? `Part of ${this.data.parent.name}`
      : 'Add task';
  protected readonly derived = this.task?.hasChildren ?? false;
  protected readonly sections = choices(sectionWords);
  protected readonly statuses = choices(taskStatusWords).filter(
    ({ value }) => value !== 'pending_review' || this.task?.status === value,
  );
  protected readonly parents = computed(() =>
    (this.plan.tasks.value() ?? []).filter(
      ({ id, parentId, section }) => !parentId && id !== this.task?.id && section === this.model().section,
    ),
  );

  private readonly currency = this.project.currency();
  private readonly start = this.task
    ? draftOf(this.task)
    : freshDraft(this.data.section, todayIn(this.project.project()?.timeZone ?? 'UTC'), this.data.parent);
  protected readonly model = signal(this.start);
  protected readonly form = form(this.model, (path) => apply(path, taskRules(this.currency)));
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start));

  protected readonly desk = this.task
    ? new EditDesk<Task, ChangeTask>(this.task, this.plan.write, this.project.whoChanged)
    : null;
  protected readonly saving = this.desk?.saving ?? new Saving();

  /** Status and progress are one fact told twice: changing one brings the other along. */
  protected statusChosen(): void {
    const { status, progress } = this.model();
    const change = toStatus({ status: 'in_progress', progress: progress ?? 0 }, status);
    // leaving complete asks for a progress: an empty field says so
    this.model.update((draft) => ({ ...draft, progress: change ? (change.progress ?? draft.progress) : null }));
  }

  protected progressTyped(): void {
    const { status, progress } = this.model();
    if (progress === null) return;
    const change = toProgress({ status, progress: -1 }, progress);
    this.model.update((draft) => ({ ...draft, status: change.status ?? draft.status }));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const saved = this.desk && this.task ? await this.change(this.desk, this.task) : await this.create();
    if (saved) this.dialog.close(saved);
  }

  /** Leaves the sheet for the one that says what the customer will see. */
  protected toItem(): void {
    this.dialog.close('to-item');
  }

  protected keepTheirs(): void {
    if (!this.desk) return;
    const theirs = this.desk.keepTheirs();
    this.plan.adopt(theirs);
    this.dialog.close(theirs);
  }

  private change(desk: EditDesk<Task, ChangeTask>, task: Task): Promise<Task | null> {
    return desk.save(this.form, wantedBy(this.model(), this.currency, task), { names: taskNames });
  }

  private async create(): Promise<Task | null> {
    const { name, section, start, durationDays } = this.model();
    const body = {
      ...wantedBy(this.model(), this.currency, null),
      name,
      section,
      start,
      durationDays: durationDays ?? 1,
    };
    const created: Task[] = [];
    await this.saving.run(this.form, async () => created.push(await this.plan.create(body, this.key)), {
      names: taskNames,
    });
    return created[0] ?? null;
  }
}
