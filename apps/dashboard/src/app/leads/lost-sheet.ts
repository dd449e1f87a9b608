import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import type { Lead } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Sheet } from '../sheet/sheet';
import { SheetFoot } from '../sheet/sheet-foot';
import { PrivateMark } from '../shell/marks';

const usual = ['Price', 'Timing', 'Went with somebody else', 'Project put off', 'No answer', 'Not our kind of work'];

/** Why a lead was lost. Closes with the reason; undefined when it is not lost after all. */
@Component({
  selector: 'app-lost-sheet',
  imports: [...formParts, FormHead, PrivateMark, Sheet, SheetFoot],
  template: `
    <app-sheet [heading]="'Lost: ' + lead.client.name" [dirty]="dirty()">
      <form id="lost-form" class="stack" (submit)="save($event)" novalidate>
        <app-form-head [saving]="saving" />
        <p class="muted">
          Reasons in a few words show, after a while, what you lose work by. The lead stays, and can be taken up again.
        </p>
        <app-private-mark />
        <app-field label="Reason">
          <input appControl [formField]="form.reason" autocomplete="off" />
        </app-field>
        <div class="usual" role="group" aria-label="Usual reasons">
          @for (reason of usual; track reason) {
            <button
              type="button"
              class="chip"
              [attr.aria-pressed]="model().reason === reason"
              (click)="model.set({ reason })"
            >
              {{ reason }}
            </button>
          }
        </div>
      </form>
      <app-sheet-foot sheetFoot form="lost-form" action="Mark as lost" />
    </app-sheet>
  `,
  styles: `
    .usual {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    .chip {
      min-height: 32px;
      border: 1px solid var(--outline);
      cursor: pointer;
    }
    .chip[aria-pressed='true'] {
      background: var(--ink);
      color: var(--paper);
    }
    @media (pointer: coarse), (max-width: 860px) {
      .chip {
        min-height: var(--touch);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LostSheet {
  protected readonly lead = inject<Lead>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly usual = usual;
  protected readonly saving = new Saving();
  protected readonly model = signal({ reason: this.lead.lostReason ?? '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason, { message: 'Say why it was lost' });
    maxLength(path.reason, 300, { message: 'Use at most 300 characters' });
  });
  protected readonly dirty = computed(() => this.model().reason !== (this.lead.lostReason ?? ''));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.model().reason.trim();
    if (await this.saving.run(this.form, () => Promise.resolve())) this.dialog.close(reason);
  }
}
