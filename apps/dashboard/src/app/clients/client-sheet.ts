import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { email, form, maxLength, required, validate } from '@angular/forms/signals';
import type { Client } from '@porchlight/contracts';
import { Api } from '../api/api';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { ChosenCompany } from '../session/chosen-company';
import { Sheet } from '../sheet/sheet';
import { SheetFoot } from '../sheet/sheet-foot';

/** A new client, with its first contact. */
@Component({
  selector: 'app-client-sheet',
  imports: [...formParts, FormHead, Sheet, SheetFoot],
  template: `
    <app-sheet heading="New client" [dirty]="dirty()">
      <form id="client-form" class="stack" (submit)="create($event)" novalidate>
        <app-form-head [saving]="saving" />
        <app-field label="Client" hint="The household or firm, such as “Miller family”.">
          <input appControl [formField]="form.name" autocomplete="off" />
        </app-field>
        <app-field label="Contact name" optional>
          <input appControl [formField]="form.contactName" autocomplete="off" />
        </app-field>
        <div class="pair">
          <app-field label="Contact e-mail" optional>
            <input appControl [formField]="form.contactEmail" type="email" autocomplete="off" />
          </app-field>
          <app-field label="Contact phone" optional>
            <input appControl [formField]="form.contactPhone" type="tel" autocomplete="off" />
          </app-field>
        </div>
      </form>
      <app-sheet-foot sheetFoot form="client-form" action="Create client" [busy]="saving.busy()" />
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientSheet {
  private readonly dialog = inject<DialogRef<Client>>(DialogRef);
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  private readonly key = crypto.randomUUID();
  protected readonly saving = new Saving();
  private readonly model = signal({ name: '', contactName: '', contactEmail: '', contactPhone: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Enter the household or firm' });
    maxLength(path.name, 160, { message: 'Use at most 160 characters' });
    email(path.contactEmail, { message: 'Enter an e-mail address such as anna@example.com' });
    validate(path.contactName, ({ value, valueOf }) =>
      !value().trim() && (valueOf(path.contactEmail).trim() || valueOf(path.contactPhone).trim())
        ? { kind: 'required', message: 'Enter the name of this contact' }
        : null,
    );
  });
  protected readonly dirty = computed(() => Object.values(this.model()).some((text) => text.trim() !== ''));
  private readonly names = {
    'contacts.0.name': 'contactName',
    'contacts.0.email': 'contactEmail',
    'contacts.0.phone': 'contactPhone',
  };

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const created: Client[] = [];
    const path = `/api/leads/clients?${new URLSearchParams(this.chosen.query()).toString()}`;
    await this.saving.run(
      this.form,
      async () => created.push(await this.api.post<Client>(path, this.typed(), { key: this.key })),
      { names: this.names },
    );
    if (created[0]) this.dialog.close(created[0]);
  }

  private typed() {
    const { name, contactName, contactEmail, contactPhone } = this.model();
    const contact = {
      name: contactName.trim(),
      email: contactEmail.trim() || null,
      phone: contactPhone.trim() || null,
      primary: true,
    };
    return { name: name.trim(), contacts: contact.name ? [contact] : [] };
  }
}
