import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { email, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Client, ContactAccess } from '@porchlight/contracts';
import { Clients } from '../clients/clients';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';

/** The address of a contact that has none, or a wrong one, put right where it is missed. */
@Component({
  selector: 'app-invite-email',
  imports: [...formParts, FormHead, MatButton],
  template: `
    @if (open()) {
      <div class="stack" role="group" [attr.aria-label]="'E-mail of ' + contact().name">
        <app-form-head [saving]="saving" />
        <app-field [label]="'E-mail of ' + contact().name">
          <input appControl [formField]="form.email" type="email" autocomplete="off" (keydown.enter)="save($event)" />
        </app-field>
        <div class="actions">
          <button matButton="outlined" type="button" [disabled]="saving.busy()" (click)="save($event)">
            Save e-mail
          </button>
          <button matButton type="button" (click)="open.set(false)">Cancel</button>
        </div>
      </div>
    } @else {
      <button matButton type="button" [attr.aria-label]="action() + ' of ' + contact().name" (click)="begin()">
        {{ action() }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .stack {
      gap: var(--space-3);
      padding-block: var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteEmail {
  readonly client = input.required<Pick<Client, 'id' | 'version'>>();
  readonly contact = input.required<ContactAccess>();
  readonly action = input('Add e-mail');
  /** The client as it is now. */
  readonly saved = output<Client>();
  private readonly clients = inject(Clients);
  protected readonly saving = new Saving();
  protected readonly open = signal(false);
  private readonly model = signal({ email: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter the e-mail address' });
    email(path.email, { message: 'Enter an e-mail address such as anna@example.com' });
  });

  protected begin(): void {
    this.form().reset({ email: this.contact().email ?? '' });
    this.open.set(true);
    setTimeout(() => this.form.email().focusBoundControl());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const change = async () => {
      const address = this.model().email.trim();
      this.saved.emit(await this.clients.changeContact(this.client(), this.contact(), { email: address }));
    };
    if (await this.saving.run(this.form, change)) this.open.set(false);
  }
}
