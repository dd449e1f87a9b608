import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
  signal,
} from '@angular/core';
import { email, form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ChangeContact, Client, Contact } from '@porchlight/contracts';
import { type Refusal } from '../api/refusal';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Clients } from './clients';

/** A contact, new or old, typed where it stands. */
@Component({
  selector: 'app-contact-form',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="save($event)" novalidate [attr.aria-label]="contact()?.name ?? 'New contact'">
      <app-form-head [saving]="saving" />
      <app-field label="Name"><input appControl [formField]="form.name" autocomplete="off" /></app-field>
      <div class="pair">
        <app-field label="E-mail" optional>
          <input appControl [formField]="form.email" type="email" autocomplete="off" />
        </app-field>
        <app-field label="Phone" optional>
          <input appControl [formField]="form.phone" type="tel" autocomplete="off" />
        </app-field>
      </div>
      <p class="small note" role="status">{{ consequence() }}</p>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">
          {{ contact() ? 'Save contact' : 'Add contact' }}
        </button>
        <button matButton type="button" (click)="left.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    .stack {
      gap: var(--space-4);
      padding-block: var(--space-3);
    }
    .note:empty {
      position: absolute;
    }
    .note {
      color: var(--waiting);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactForm implements OnInit {
  readonly client = input.required<Client>();
  /** Null: a new one. */
  readonly contact = input<Contact | null>(null);
  /** The client as it is now. */
  readonly saved = output<Client>();
  readonly left = output();
  /** Somebody else changed the client meanwhile: it is to be read again, and this saved over it. */
  readonly stale = output();

  private readonly clients = inject(Clients);
  private readonly key = crypto.randomUUID();
  protected readonly saving = new Saving();
  private readonly model = signal({ name: '', email: '', phone: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Enter the name of this contact' });
    maxLength(path.name, 120, { message: 'Use at most 120 characters' });
    maxLength(path.phone, 40, { message: 'Use at most 40 characters' });
    email(path.email, { message: 'Enter an e-mail address such as anna@example.com' });
  });
  /** What an open invitation does when its address changes. */
  protected readonly consequence = computed(() => {
    const [before, now] = [this.contact()?.email ?? '', this.model().email.trim().toLowerCase()];
    if (before === '' || before === now) return '';
    return now === ''
      ? 'Without an address their open invitations are cancelled.'
      : 'Their open invitations move to the new address: a new mail goes there, and the old link stops working.';
  });

  constructor() {
    afterNextRender(() => this.form.name().focusBoundControl());
  }

  ngOnInit(): void {
    const { name = '', email: address, phone } = this.contact() ?? {};
    this.model.set({ name, email: address ?? '', phone: phone ?? '' });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.saving.run(this.form, () => this.write(), { refused: (refusal) => this.isStale(refusal) });
  }

  private async write(): Promise<void> {
    const { name, email: address, phone } = this.model();
    const typed = { name: name.trim(), email: address.trim() || null, phone: phone.trim() || null };
    const contact = this.contact();
    this.saved.emit(
      contact
        ? await this.clients.changeContact(this.client(), contact, changed(contact, typed))
        : await this.clients.addContact(this.client(), typed, this.key),
    );
  }

  /** What was typed stays; the sentence says to look and press again. */
  private isStale({ code }: Refusal): boolean {
    if (code === 'version_stale') this.stale.emit();
    return false;
  }
}

/** Only what differs: the rest may be another's change. */
const changed = (
  before: Contact,
  typed: { name: string; email: string | null; phone: string | null },
): ChangeContact => ({
  ...(typed.name === before.name ? {} : { name: typed.name }),
  ...(typed.email?.toLowerCase() === before.email?.toLowerCase() ? {} : { email: typed.email }),
  ...(typed.phone === before.phone ? {} : { phone: typed.phone }),
});
