import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Task, TaskStatus } from '@porchlight/contracts';
import { IntoView } from '../../edit/into-view';
import { StaleNotice } from '../../edit/stale-notice';
import { Icon } from '../../shell/icon';
import { showDay } from '../../words/dates';
import { taskStatusWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { showAssignee } from './assignee-choice';
import { PlanStore } from './plan-store';
import { QuickEdit } from './quick-edit';
import { Review } from './review';
import { choosable, toProgress, toStatus } from './task-change';

/** One task of the plan; status and progress are edited in place, trouble with that is told right under it. */
@Component({
  // eslint-disable-next-line @angular-eslint/component-selector -- a table allows no element of our own around its rows
  selector: '[appTaskRow]',
  imports: [Icon, IntoView, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, Review, StaleNotice],
  templateUrl: './task-row.html',
  styleUrl: './task-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskRow {
  readonly task = input.required<Task>();
  readonly depth = input(0);
  /** Whether more than status and progress may be changed. */
  readonly mayEdit = input(false);
  readonly edit = output();
  readonly addPart = output();
  readonly toItem = output();
  readonly remove = output();

  private readonly plan = inject(PlanStore);
  protected readonly quick = new QuickEdit(
    () => this.task(),
    this.plan.write,
    inject(ProjectStore).whoChanged,
    (task) => this.plan.adopt(task),
  );
  /** The status chosen for a complete task, until it is known how far the task is then. */
  protected readonly reopening = signal<TaskStatus | null>(null);
  protected readonly statuses = computed(() => choosable(this.quick.shown()));
  protected readonly words = taskStatusWords;
  protected readonly day = showDay;
  protected readonly who = showAssignee;

  protected chooseStatus(select: HTMLSelectElement): void {
    const status = this.statuses()[select.selectedIndex];
    if (!status) return;
    const change = toStatus(this.quick.shown(), status);
    if (change) return this.quick.apply(change);
    this.reopening.set(status);
    // Nothing has changed yet: the select goes back until the progress is told.
    select.value = this.quick.shown().status;
  }

  protected typeProgress(field: HTMLInputElement): void {
    const progress = field.valueAsNumber;
    if (Number.isFinite(progress)) this.quick.apply(toProgress(this.quick.shown(), progress));
    field.value = String(this.quick.shown().progress);
  }

  protected reopen(field: HTMLInputElement): void {
    const status = this.reopening();
    const progress = Math.floor(field.valueAsNumber);
    if (!status || !(progress >= 0 && progress < 100)) return field.focus();
    this.reopening.set(null);
    this.quick.apply({ status, progress });
  }
}
