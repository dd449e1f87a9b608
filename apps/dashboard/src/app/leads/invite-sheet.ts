import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { form, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Client, Lead, PreviewMail } from '@porchlight/contracts';
import { mayBeInvited } from '../clients/contact-states';
import { formParts } from '../form/field';
import { MailPreview } from '../mail-preview/mail-preview';
import { Session } from '../session/session';
import { Sheet } from '../sheet/sheet';
import { Trouble } from '../shell/trouble';
import { ClientProjectStore } from './client-project-store';
import { InviteChoices } from './invite-choices';
import { InvitePublicContact } from './invite-public-contact';
import { InviteResults } from './invite-results';
import { InviteRun } from './invite-run';
import { PublishWarnings } from './publish-warnings';

interface About {
  readonly lead: Lead;
  /** The project's. */
  readonly name: string;
}

/** Invites contacts of a client to their project: whom, with which words, and what became of it. */
@Component({
  selector: 'app-invite-sheet',
  imports: [
    ...formParts,
    InviteChoices,
    InvitePublicContact,
    InviteResults,
    MailPreview,
    MatButton,
    PublishWarnings,
    Sheet,
    Trouble,
  ],
  templateUrl: './invite-sheet.html',
  styleUrl: './invite-sheet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteSheet {
  protected readonly about = inject<About>(DIALOG_DATA);
  protected readonly store = inject(ClientProjectStore);
  private readonly dialog = inject<DialogRef>(DialogRef);
  private readonly session = inject(Session);
  private readonly lead = this.about.lead;

  protected readonly client = signal<Pick<Client, 'id' | 'version'>>(this.lead.client);
  protected readonly ticked = signal<readonly string[]>([]);
  private readonly start = { message: this.lead.inviteDefaults.message };
  private readonly model = signal({ ...this.start });
  protected readonly form = form(this.model, (path) =>
    maxLength(path.message, 2000, { message: 'Use at most 2,000 characters' }),
  );
  protected readonly run = new InviteRun((ids) => this.store.invite(ids, this.model().message));
  protected readonly fault = signal<string | null>(null);
  protected readonly previewing = signal(false);

  protected readonly company = computed(() => this.session.companies().find(({ id }) => id === this.lead.companyId));
  private readonly contactAsked = signal(false);
  protected readonly asksContact = computed(() => {
    const { name, phone, email } = this.company()?.contact ?? {};
    return !this.contactAsked() && this.company() !== undefined && !name && !phone && !email;
  });
  /** The first invitation publishes what nobody has published yet. */
  protected readonly publishes = computed(() => this.lead.portal === null && this.store.just() === null);
  protected readonly step = computed(() => {
    if (this.run.total() > 0) return 'sent';
    return this.asksContact() ? 'contact' : 'choose';
  });
  protected readonly dirty = computed(() => this.step() === 'choose' && this.model().message !== this.start.message);
  protected readonly mail = computed((): PreviewMail => ({
    companyId: this.lead.companyId,
    projectName: this.about.name,
    message: this.model().message.slice(0, 2000),
    // Asked for just before, or changed in another tab.
    contact: this.company()?.contact,
  }));
  protected readonly action = computed(() =>
    this.ticked().length > 1 ? `Send ${this.ticked().length} Invitations` : 'Send Invitation',
  );

  constructor() {
    let begun = false;
    effect(() => {
      const contacts = this.store.contacts.value();
      if (!contacts) return;
      const open = contacts.filter(mayBeInvited).map(({ id }) => id);
      // The only one there is needs no ticking; later a tick goes with who cannot be invited any more.
      const only = !begun && contacts.length === 1;
      begun = true;
      this.ticked.update((ticked) => (only ? open : ticked.filter((id) => open.includes(id))));
    });
    // Whose project it is comes before any button of a row.
    setTimeout(() => document.getElementById('sheet-heading')?.focus());
  }

  protected goOn(): void {
    this.contactAsked.set(true);
  }

  protected changed(client: Client): void {
    this.client.set(client);
    void this.store.contacts.load();
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.ticked().length === 0) return this.fault.set('Tick whom to invite.');
    this.fault.set(null);
    if (this.form().invalid()) return this.form.message().focusBoundControl();
    await this.sendTo(this.ticked());
  }

  protected again(): Promise<void> {
    return this.sendTo(this.run.refused());
  }

  protected close(): void {
    this.dialog.close();
  }

  private async sendTo(contactIds: readonly string[]): Promise<void> {
    await this.run.run(contactIds);
    await this.store.contacts.load();
  }
}
