import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Company } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { Saving } from '../form/saving';
import { Companies } from '../settings/companies';
import { contactDraft, ContactFields, contactRules, typedContact } from '../settings/contact-fields';

/** Asked right after registering, typed as such, and never filled from the account: how customers reach the company. */
@Component({
  selector: 'app-first-contact',
  imports: [ContactFields, FormHead, MatButton],
  template: `
    <h1>How can your customers reach you?</h1>
    <p class="muted">
      This stands on every homeowner’s page. Leave out what you do not want to show; you can change it in Settings.
    </p>
    <form class="stack" (submit)="save($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-contact-fields [fields]="form.contact" />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Save and go on</button>
        <button matButton type="button" (click)="done.emit()">Skip for now</button>
      </div>
    </form>
  `,
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstContact {
  readonly company = input.required<Company>();
  readonly done = output();
  private readonly companies = inject(Companies);
  protected readonly saving = new Saving();
  private readonly model = signal({ contact: contactDraft() });
  protected readonly form = form(this.model, (path) => apply(path.contact, contactRules));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const contact = typedContact(this.model().contact);
    if (await this.saving.run(this.form, () => this.companies.change(this.company(), { contact }))) this.done.emit();
  }
}
