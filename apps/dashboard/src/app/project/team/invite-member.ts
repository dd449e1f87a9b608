import { ChangeDetectionStrategy, Component, effect, inject, output, signal } from '@angular/core';
import { email, form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Invitation } from '@porchlight/contracts';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { TeamStore } from './team-store';

/** Invite Member: e-mail, role, message, Send Invite. */
@Component({
  selector: 'app-invite-member',
  imports: [...formParts, FormHead, MatButton],
  template: `
    <form class="stack" (submit)="send($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-field label="E-mail">
        <input appControl [formField]="form.email" type="email" autocomplete="off" />
      </app-field>
      <app-field label="Name" optional><input appControl [formField]="form.name" autocomplete="off" /></app-field>
      <app-field label="Role" [hint]="hints[model().role]">
        <select appControl [formField]="form.role">
          <option value="customer">Customer</option>
          <option value="subcontractor">Subcontractor</option>
        </select>
      </app-field>
      <app-field label="Message" optional hint="Stands in the mail, above the button.">
        <textarea appControl [formField]="form.message" rows="4"></textarea>
      </app-field>
      <p class="muted small">The invitation is valid for seven days and for this address only.</p>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="saving.busy()">Send Invite</button>
        <button matButton type="button" (click)="leave()">Back to the team</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteMember {
  readonly sent = output<Invitation>();
  readonly left = output();
  /** Whether something typed would be lost. */
  readonly typed = output<boolean>();
  private readonly team = inject(TeamStore);
  private readonly key = crypto.randomUUID();
  protected readonly saving = new Saving();
  protected readonly model = signal<{
    email: string;
    name: string;
    role: 'customer' | 'subcontractor';
    message: string;
  }>({
    email: '',
    name: '',
    role: 'customer',
    message: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter the e-mail address to invite' });
    email(path.email, { message: 'Enter an e-mail address such as anna@example.com' });
    maxLength(path.message, 2000, { message: 'Use at most 2,000 characters' });
  });
  protected readonly hints = {
    customer: 'Sees the portal: progress, milestones, their items. Never money, notes or tasks.',
    subcontractor: 'Sees and updates their own tasks here.',
  } as const;

  constructor() {
    effect(() => {
      const { email: address, name, message } = this.model();
      this.typed.emit([address, name, message].some((text) => text.trim() !== ''));
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { email: address, name, role, message } = this.model();
    const invite = {
      email: address,
      role,
      ...(name.trim() ? { name } : {}),
      ...(message.trim() ? { message } : {}),
    };
    await this.saving.run(this.form, async () => this.sent.emit(await this.team.invite(invite, this.key)));
  }

  protected leave(): void {
    this.typed.emit(false);
    this.left.emit();
  }
}
