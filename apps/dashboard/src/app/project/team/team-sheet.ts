import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Invitation, Member } from '@porchlight/contracts';
import { plainly } from '../../api/refusal';
import { Confirm } from '../../sheet/confirm';
import { CopyText } from '../../sheet/copy-text';
import { Sheet } from '../../sheet/sheet';
import { Icon } from '../../shell/icon';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { invitationStatusWords, roleWords } from '../../words/words';
import { InviteMember } from './invite-member';
import { TeamStore } from './team-store';

/** The people of a project: members, pending invitations, Invite Member. */
@Component({
  selector: 'app-team-sheet',
  imports: [Confirm, CopyText, Icon, InviteMember, MatButton, Sheet, Trouble],
  providers: [TeamStore],
  templateUrl: './team-sheet.html',
  styleUrl: './team-sheet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamSheet {
  protected readonly store = inject(TeamStore);
  protected readonly inviting = signal(false);
  /** The invite form holds something not sent yet. */
  protected readonly typed = signal(false);
  protected readonly trouble = signal<string | null>(null);
  /** The last thing done, for the screen and for those who hear it. */
  protected readonly done = signal<string | null>(null);
  protected readonly roles = roleWords;
  protected readonly statuses = invitationStatusWords;
  protected readonly moment = showMoment;
  /** Invitations that still wait for somebody. */
  protected readonly open = computed(() =>
    (this.store.invitations.value() ?? []).filter(({ status }) => status === 'pending' || status === 'expired'),
  );

  constructor() {
    this.store.load();
  }

  protected invited(invitation: Invitation): void {
    this.inviting.set(false);
    this.typed.set(false);
    this.done.set(
      invitation.acceptUrl
        ? `${invitation.email} is invited. No mail server is set up: hand over the link below.`
        : `The invitation is on its way to ${invitation.email}.`,
    );
  }

  protected resend(invitation: Invitation): Promise<void> {
    return this.attempt(async () => {
      await this.store.resend(invitation);
      this.done.set(`A new invitation for ${invitation.email}; the one before no longer works.`);
    });
  }

  protected cancel(invitation: Invitation): Promise<void> {
    return this.attempt(async () => {
      await this.store.cancel(invitation);
      this.done.set(`The invitation of ${invitation.email} is cancelled.`);
    });
  }

  protected remove(member: Member): Promise<void> {
    return this.attempt(async () => {
      await this.store.remove(member);
      this.done.set(`${member.name} is removed; their open screens are closed.`);
    });
  }

  protected mayRemove({ role }: Member): boolean {
    return role === 'customer' || role === 'subcontractor';
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    this.trouble.set(null);
    this.done.set(null);
    await step().catch((error: unknown) => this.trouble.set(plainly(error)));
  }
}
