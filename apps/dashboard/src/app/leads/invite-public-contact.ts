import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { may } from '@porchlight/contracts/policy';
import type { Me } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { Saving } from '../form/saving';
import { Companies } from '../settings/companies';
import { contactDraft, ContactFields, contactRules, typedContact } from '../settings/contact-fields';

type Company = Me['companies'][number];

/** Asked before the first invitation where the company has no public contact: whom does the client call? */
@Component({
  selector: 'app-invite-public-contact',
  imports: [ContactFields, FormHead, MatButton],
  template: `
    <div>
      <h3>First: how can they reach you?</h3>
      <p class="muted">
        {{ company().name }} has no public contact yet. It stands in the mail and on the client’s page; without it they
        see the company’s name only.
      </p>
    </div>
    @if (mayChange()) {
      <form class="stack" (submit)="save($event)" novalidate>
        <app-form-head [saving]="saving" />
        <app-contact-fields [fields]="form.contact" />
        <div class="actions">
          <button matButton="filled" type="submit" [disabled]="saving.busy()">Save and go on</button>
          <button matButton type="button" (click)="done.emit()">Skip for now</button>
        </div>
      </form>
    } @else {
      <p>An owner of the company can add it under Settings.</p>
      <div class="actions">
        <button matButton="filled" type="button" (click)="done.emit()">Go on without</button>
      </div>
    }
  `,
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitePublicContact {
  readonly company = input.required<Company>();
  readonly done = output();
  private readonly companies = inject(Companies);
  protected readonly saving = new Saving();
  protected readonly mayChange = computed(() => may(this.company().role, 'company.change'));
  private readonly model = signal({ contact: contactDraft() });
  protected readonly form = form(this.model, (path) => apply(path.contact, contactRules));

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const contact = typedContact(this.model().contact);
    if (await this.saving.run(this.form, () => this.companies.change(this.company(), { contact }))) this.done.emit();
  }
}
