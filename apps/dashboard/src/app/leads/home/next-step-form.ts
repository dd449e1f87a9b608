import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { form, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { TakesFocus } from '../../form/takes-focus';
import { showFullDay } from '../../words/dates';
import { daysAfter } from '../due-words';

export interface NextStep {
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
}

/** "Done. And then?" – what comes next with a lead, and when. */
@Component({
  selector: 'app-next-step-form',
  imports: [...formParts, MatButton, TakesFocus],
  template: `
    <form appTakesFocus (submit)="save($event)" (keydown.escape)="left.emit()" novalidate>
      <app-field label="And then?" hint="Leave it empty when nothing comes next.">
        <input appControl [formField]="form.nextStep" autocomplete="off" />
      </app-field>
      <app-field label="On">
        <input appControl [formField]="form.nextStepOn" type="date" />
      </app-field>
      <div class="picks" role="group" aria-label="Days to choose from">
        @for (pick of picks(); track pick.word) {
          <button
            matButton
            type="button"
            [attr.aria-pressed]="model().nextStepOn === pick.date"
            [title]="pick.day"
            (click)="choose(pick.date)"
          >
            {{ pick.word }}
          </button>
        }
      </div>
      <div class="actions">
        <button matButton="filled" type="submit">Done</button>
        <button matButton type="button" (click)="left.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 170px;
      gap: var(--space-2) var(--space-4);
      align-items: end;
      padding: var(--space-4);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    .picks,
    .actions {
      display: flex;
      flex-wrap: wrap;
    }
    .picks {
      grid-column: 1 / -1;
    }
    .actions {
      grid-column: 1 / -1;
    }
    [aria-pressed='true'] {
      text-decoration: underline;
      text-underline-offset: 0.3em;
      text-decoration-thickness: 2px;
    }
    @media (max-width: 600px) {
      form {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NextStepForm {
  readonly today = input.required<string>();
  readonly done = output<NextStep>();
  readonly left = output();
  private readonly saving = new Saving();
  protected readonly model = signal({ nextStep: '', nextStepOn: '' });
  protected readonly form = form(this.model, (path) => {
    maxLength(path.nextStep, 300, { message: 'Use at most 300 characters' });
  });
  protected readonly picks = computed(() =>
    (
      [
        ['Tomorrow', 1],
        ['In 3 days', 3],
        ['In a week', 7],
        ['In 2 weeks', 14],
      ] as const
    ).map(([word, days]) => {
      const date = daysAfter(this.today(), days);
      return { word, date, day: showFullDay(date) };
    }),
  );

  protected choose(nextStepOn: string): void {
    this.model.update((model) => ({ ...model, nextStepOn }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { nextStep, nextStepOn } = this.model();
    if (await this.saving.run(this.form, () => Promise.resolve()))
      this.done.emit({ nextStep: nextStep.trim() || null, nextStepOn: nextStepOn || null });
  }
}
