import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Invitation } from '@porchlight/contracts';
import { Confirm } from '../sheet/confirm';
import { CopyText } from '../sheet/copy-text';
import { type Outcome } from '../sheet/outcome';
import { showMoment } from '../words/dates';
import { invitationStatusWords } from '../words/words';
import { type Invitations } from './invitations';
import { Invited } from './invited';
import { isWaiting } from './is-waiting';

/** Who was invited and has not come yet, and folded away who has, or was cancelled. */
@Component({
  selector: 'app-invitation-rows',
  imports: [Confirm, CopyText, Invited, MatButton],
  templateUrl: './invitation-rows.html',
  styleUrl: './person-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitationRows {
  readonly invitations = input.required<Invitations>();
  readonly outcome = input.required<Outcome>();
  private readonly all = computed(() => this.invitations().list.value() ?? []);
  protected readonly waiting = computed(() => this.all().filter(isWaiting));
  protected readonly past = computed(() => this.all().filter((invitation) => !isWaiting(invitation)));
  protected readonly statuses = invitationStatusWords;
  protected readonly moment = showMoment;

  protected resend(invitation: Invitation): Promise<void> {
    return this.outcome().of(async () => {
      await this.invitations().resend(invitation);
      return `A new invitation for ${invitation.email}; the one before no longer works.`;
    });
  }

  protected cancel(invitation: Invitation): Promise<void> {
    return this.outcome().of(async () => {
      await this.invitations().cancel(invitation);
      return `The invitation of ${invitation.email} is cancelled.`;
    });
  }
}
