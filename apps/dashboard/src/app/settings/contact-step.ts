import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Company } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { Saving } from '../form/saving';
import { Companies } from './companies';
import { contactDraft, ContactFields, contactRules, typedContact } from './contact-fields';

/** The public contact asked for on the way to something else: typed as such, never filled from the account. */
@Component({
  selector: 'app-contact-step',
  imports: [ContactFields, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="save($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-contact-fields [fields]="form.contact" />
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Save and go on</button>
        <button matButton type="button" (click)="done.emit()">Skip for now</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactStep {
  readonly company = input.required<Pick<Company, 'id' | 'version'>>();
  /** Saved, or skipped. */
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
