import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import type { ChangeMilestone, CreateMilestone, Milestone } from '@porchlight/contracts';
import { EditDesk } from '../../edit/edit-desk';
import { StaleNotice } from '../../edit/stale-notice';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Sheet } from '../../sheet/sheet';
import { SheetFoot } from '../../sheet/sheet-foot';
import { SeenMark } from '../../shell/marks';
import { choices, sectionWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { CustomerStore } from './customer-store';

@Component({
  selector: 'app-milestone-sheet',
  imports: [...formParts, FormHead, SeenMark, Sheet, SheetFoot, StaleNotice],
  template: `
    <app-sheet [heading]="milestone ? 'Edit milestone' : 'Add milestone'" [dirty]="dirty()">
      <form id="milestone-form" class="stack" (submit)="save($event)" novalidate>
        <app-form-head [saving]="saving" />
        @if (desk?.stale(); as stale) {
          <app-stale-notice [stale]="stale" [busy]="saving.busy()" (redo)="save()" (keep)="keepTheirs()" />
        }
        <app-seen-mark />
        <app-field label="Name"><input appControl [formField]="form.name" autocomplete="off" /></app-field>
        <app-field label="Section">
          <select appControl [formField]="form.section">
            @for (section of sections; track section.value) {
              <option [value]="section.value">{{ section.word }}</option>
            }
          </select>
        </app-field>
        <div class="pair">
          <app-field label="Target date"><input appControl [formField]="form.targetDate" type="date" /></app-field>
          <app-field label="Reached on" optional>
            <input appControl [formField]="form.reachedOn" type="date" />
          </app-field>
        </div>
      </form>
      @if (!desk?.stale()) {
        <app-sheet-foot
          sheetFoot
          form="milestone-form"
          [action]="milestone ? 'Save' : 'Add milestone'"
          [busy]="saving.busy()"
        />
      }
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MilestoneSheet {
  protected readonly milestone = inject<{ milestone: Milestone | null }>(DIALOG_DATA).milestone;
  private readonly dialog = inject<DialogRef<Milestone>>(DialogRef);
  private readonly store = inject(CustomerStore);
  private readonly key = crypto.randomUUID();
  protected readonly sections = choices(sectionWords);

  protected readonly desk = this.milestone
    ? new EditDesk<Milestone, ChangeMilestone>(
        this.milestone,
        this.store.writeMilestone,
        inject(ProjectStore).whoChanged,
      )
    : null;
  protected readonly saving = this.desk?.saving ?? new Saving();
  private readonly start = {
    name: this.milestone?.name ?? '',
    section: this.milestone?.section ?? 'execution',
    targetDate: this.milestone?.targetDate ?? '',
    reachedOn: this.milestone?.reachedOn ?? '',
  };
  private readonly model = signal(this.start);
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Give the milestone a name' });
    required(path.targetDate, { message: 'Choose the day it is planned for' });
  });
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start));

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const { name, section, targetDate, reachedOn } = this.model();
    const wanted: CreateMilestone = { name: name.trim(), section, targetDate, reachedOn: reachedOn || null };
    const saved = this.desk ? await this.desk.save(this.form, wanted) : await this.create(wanted);
    if (saved) this.dialog.close(saved);
  }

  protected keepTheirs(): void {
    void this.store.milestones.load();
    this.dialog.close(this.desk?.keepTheirs());
  }

  private async create(body: CreateMilestone): Promise<Milestone | null> {
    const created: Milestone[] = [];
    await this.saving.run(this.form, async () => created.push(await this.store.createMilestone(body, this.key)));
    return created[0] ?? null;
  }
}
