import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Task } from '@porchlight/contracts';
import { formParts } from '../../form/field';
import { isWaiting } from '../../people/is-waiting';
import { Icon } from '../../shell/icon';
import { ProjectStore } from '../project-store';
import { TeamStore } from '../team/team-store';
import { choiceOf, customerChoice, invitedChoice, plainName } from './assignee-choice';
import { type TaskDraft } from './task-draft';

interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Who does a task: a member, somebody invited, or a name. A customer chosen here leads to the item it becomes. */
@Component({
  selector: 'app-assignee-field',
  imports: [...formParts, Icon, MatButton],
  templateUrl: './assignee-field.html',
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssigneeField {
  readonly fields = input.required<FieldTree<TaskDraft>>();
  /** Null for a new one. */
  readonly task = input.required<Task | null>();
  readonly toItem = output();
  private readonly project = inject(ProjectStore);
  private readonly team = inject(TeamStore);
  protected readonly plainName = plainName;
  private readonly everybody = computed(() => this.project.members.value() ?? []);
  protected readonly chosen = computed(() => this.fields().assignedTo().value());

  protected readonly members = computed<Choice[]>(() =>
    this.everybody()
      .filter(({ role }) => role !== 'customer')
      .map(({ personId, name }) => ({ value: personId, name })),
  );
  protected readonly invited = computed<Choice[]>(() =>
    (this.team.invitations.list.value() ?? [])
      .filter((invitation) => invitation.role === 'subcontractor' && isWaiting(invitation))
      .map(({ id, name, email }) => ({ value: invitedChoice(id), name: name ?? email })),
  );
  /** Only a task that is there and stands for itself can become an item. */
  protected readonly customers = computed<Choice[]>(() => {
    const task = this.task();
    if (!task || task.hasChildren) return [];
    return this.everybody()
      .filter(({ role }) => role === 'customer')
      .map(({ personId, name }) => ({ value: customerChoice(personId), name }));
  });
  /** Whose task it is, though they are nobody to choose: removed, or their invitation cancelled. */
  protected readonly former = computed<Choice | null>(() => {
    const assignee = this.task()?.assignee;
    if (!assignee || assignee.kind === 'name') return null;
    const value = choiceOf(assignee);
    const known = [...this.members(), ...this.invited()].some((choice) => choice.value === value);
    return known ? null : { value, name: assignee.name ?? '' };
  });
  protected readonly customer = computed(() => this.customers().find(({ value }) => value === this.chosen()) ?? null);

  constructor() {
    if (!this.project.members.value()) void this.project.members.load();
    void this.team.invitations.list.load();
  }
}
