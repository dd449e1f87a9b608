import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Task } from '@porchlight/contracts';
import { formParts } from '../../form/field';
import { FormHead } from '../../form/form-head';
import { Saving } from '../../form/saving';
import { PlanStore } from './plan-store';

/** Work that a subcontractor submitted: the builder approves it, or sends it back with a reason. */
@Component({
  selector: 'app-review',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="sendBack($event)" novalidate>
      <p>
        <strong>{{ task().assignee?.name ?? 'A subcontractor' }} says this is done.</strong>
      </p>
      <app-form-head [saving]="saving" />
      @if (refusing()) {
        <app-field label="What is missing?"
          ><input appControl [formField]="form.reason" autocomplete="off"
        /></app-field>
      }
      <div class="actions">
        @if (refusing()) {
          <button matButton="filled" type="submit" [disabled]="saving.busy()">Send back</button>
          <button matButton type="button" (click)="refusing.set(false)">Cancel</button>
        } @else {
          <button
            matButton="filled"
            type="button"
            [attr.aria-label]="'Approve ' + task().name"
            [disabled]="saving.busy()"
            (click)="approve()"
          >
            Approve
          </button>
          <button matButton type="button" [attr.aria-label]="'Send back ' + task().name" (click)="refusing.set(true)">
            Send back
          </button>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--waiting-wash);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Review {
  readonly task = input.required<Task>();
  private readonly plan = inject(PlanStore);
  protected readonly saving = new Saving();
  protected readonly refusing = signal(false);
  private readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    validate(path.reason, ({ value }) =>
      !this.refusing() || value().trim() ? null : { kind: 'required', message: 'Say what is missing' },
    );
  });

  protected async approve(): Promise<void> {
    await this.saving.run(this.form, () => this.plan.approve(this.task()));
  }

  protected async sendBack(event: Event): Promise<void> {
    event.preventDefault();
    await this.saving.run(this.form, () => this.plan.sendBack(this.task(), this.model().reason.trim()));
  }
}
