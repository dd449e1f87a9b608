import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal } from '@angular/core';
import { form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Invite } from '@porchlight/contracts';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Icon } from '../shell/icon';
import { isAddress, readAddressees } from './addresses';
import { type Invitations, type InviteResult } from './invitations';
import { saySent } from './say-sent';

type Role = Invite['role'];

/** Invite Member: one or several addresses, role, message, Send Invite. */
@Component({
  selector: 'app-invite-form',
  imports: [...formParts, FormHead, Icon, MatButton],
  templateUrl: './invite-form.html',
  styleUrl: './invite-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteForm {
  readonly invitations = input.required<Invitations>();
  /** What may be chosen; where it is one, nothing is asked. */
  readonly roles = input.required<readonly Role[]>();
  /** What was done, in a sentence. */
  readonly sent = output<string>();
  readonly left = output();
  /** Whether something typed would be lost. */
  readonly typed = output<boolean>();

  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  protected readonly results = signal<readonly InviteResult[]>([]);
  protected readonly model = signal<{ email: string; name: string; role: Role; message: string }>({
    email: '',
    name: '',
    role: 'customer',
    message: '',
  });
  protected readonly addressees = computed(() => readAddressees(this.model().email));
  protected readonly role = computed(() => {
    const [only, ...others] = this.roles();
    return only && others.length === 0 ? only : this.model().role;
  });
  protected readonly form = form(this.model, (path) => {
    required(path.email, { message: 'Enter the e-mail address to invite' });
    validate(path.email, ({ value }) => {
      const all = readAddressees(value());
      const wrong = all.find(({ email }) => !isAddress(email));
      if (wrong) return { kind: 'email', message: `“${wrong.email}” is no e-mail address such as anna@example.com` };
      return all.length > most ? { kind: 'most', message: `Invite at most ${most} at once` } : null;
    });
    maxLength(path.message, 2000, { message: 'Use at most 2,000 characters' });
  });
  protected readonly hints: Readonly<Record<Role, string>> = {
    customer: 'Sees the portal: progress, milestones, their items. Never money, notes or tasks.',
    subcontractor: 'Sees and updates their own tasks here.',
    manager: 'Sees and does everything in leads and projects. Staff and settings stay with owners.',
  };

  constructor() {
    effect(() => {
      const { email, name, message } = this.model();
      this.typed.emit([email, name, message].some((text) => text.trim() !== ''));
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.results.set([]);
    await this.saving.run(this.form, () => (this.addressees().length > 1 ? this.sendAll() : this.sendOne()));
  }

  protected leave(): void {
    this.typed.emit(false);
    this.left.emit();
  }

  private async sendOne(): Promise<void> {
    const { email, name } = this.model();
    const who = readAddressees(email)[0] ?? { email, name: null };
    const text = { role: this.role(), message: this.model().message };
    const invitation = await this.invitations().invite({ ...who, name: name.trim() || who.name }, text, this.key);
    this.finish(saySent([invitation.email], invitation.acceptUrl !== undefined));
  }

  /** Who was refused stays in the field, to be mended; the others are done with. */
  private async sendAll(): Promise<void> {
    const text = { role: this.role(), message: this.model().message };
    const results = await this.invitations().inviteAll(this.addressees(), text, this.key);
    this.key = crypto.randomUUID();
    const refused = results.filter(({ refusal }) => refusal !== null).map(({ email }) => email);
    const invited = results.filter(({ refusal }) => refusal === null).map(({ email }) => email);
    const byHand =
      this.invitations()
        .list.value()
        ?.some(({ acceptUrl }) => acceptUrl) ?? false;
    if (refused.length === 0) return this.finish(saySent(invited, byHand));
    this.results.set(results);
    this.form.email().value.set(refused.join('\n'));
  }

  private finish(sentence: string): void {
    this.typed.emit(false);
    this.sent.emit(sentence);
  }
}

/** The service takes no more in one request. */
const most = 50;
