import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { formParts } from '../form/field';
import { PrivateMark } from '../shell/marks';
import { timeZones } from '../words/dates';
import { choices, customerSees, projectStatusWords } from '../words/words';
import { type ProjectDraft } from './project-draft';

/** What there is to say about a project, new or old. */
@Component({
  selector: 'app-project-fields',
  imports: [...formParts, PrivateMark],
  templateUrl: './project-fields.html',
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectFields {
  readonly fields = input.required<FieldTree<ProjectDraft>>();
  /** A new one begins in planning: its status is not asked for. */
  readonly fresh = input(false, { transform: booleanAttribute });
  /** The zone that must be among the choices. */
  readonly zone = input.required<string>();
  protected readonly statuses = choices(projectStatusWords);
  protected readonly whatTheySee = computed(() => customerSees[this.fields().status().value()]);
  protected readonly zones = computed(() => timeZones(this.zone()));
}
