import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { email, type FieldTree, maxLength, schema } from '@angular/forms/signals';
import type { PublicContact } from '@porchlight/contracts';
import { formParts } from '../form/field';

export interface ContactDraft {
  name: string;
  phone: string;
  email: string;
}

export const contactDraft = (contact: PublicContact = {}): ContactDraft => ({
  name: contact.name ?? '',
  phone: contact.phone ?? '',
  email: contact.email ?? '',
});

/** What was typed, without what was left out. */
export const typedContact = ({ name, phone, email: address }: ContactDraft): PublicContact => ({
  ...(name.trim() ? { name: name.trim() } : {}),
  ...(phone.trim() ? { phone: phone.trim() } : {}),
  ...(address.trim() ? { email: address.trim() } : {}),
});

export const contactRules = schema<ContactDraft>((path) => {
  maxLength(path.name, 120, { message: 'Use at most 120 characters' });
  maxLength(path.phone, 40, { message: 'Use at most 40 characters' });
  maxLength(path.email, 254, { message: 'Use at most 254 characters' });
  email(path.email, { message: 'Enter an e-mail address such as office@example.com' });
});

/** The company's public contact: what customers see, typed as such. */
@Component({
  selector: 'app-contact-fields',
  imports: [...formParts],
  template: `
    <app-field label="Contact name" optional hint="A person or an office, such as “Site office”.">
      <input appControl [formField]="fields().name" autocomplete="off" />
    </app-field>
    <div class="pair">
      <app-field label="Contact phone" optional>
        <input appControl [formField]="fields().phone" type="tel" autocomplete="off" />
      </app-field>
      <app-field label="Contact e-mail" optional>
        <input appControl [formField]="fields().email" type="email" autocomplete="off" />
      </app-field>
    </div>
  `,
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactFields {
  readonly fields = input.required<FieldTree<ContactDraft>>();
}
