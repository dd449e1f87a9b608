import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { plainly, Refusal } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';
import { TakesFocus } from '../form/takes-focus';
import { MailedLink } from '../session/mailed-link';
import { Session } from '../session/session';
import { PublicFrame } from '../shell/public-frame';
import { Trouble } from '../shell/trouble';

/**
 * The page behind the link that shows an address to be somebody's. The address is confirmed by the button alone: a
 * program that opens the links of mails, and runs their pages, confirms nothing.
 */
@Component({
  selector: 'app-confirm-email',
  imports: [MatButton, NgTemplateOutlet, PublicFrame, RouterLink, TakesFocus, Trouble],
  templateUrl: './confirm-email.html',
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmEmail {
  protected readonly words = inject(DOOR_WORDS);
  private readonly session = inject(Session);
  protected readonly link = new MailedLink('email-confirmations');
  protected readonly confirmed = signal<string | null>(null);
  protected readonly taken = signal(false);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<string | null>(null);
  protected readonly isSignedIn = computed(() => this.session.me() !== null);

  constructor() {
    // Only decides where the page leads on to; not knowing leads to signing in.
    void this.session.restore().catch(() => false);
  }

  protected async confirm(): Promise<void> {
    this.busy.set(true);
    this.trouble.set(null);
    try {
      const { email } = await this.link.complete<{ email: string }>();
      this.confirmed.set(email);
      if (this.isSignedIn()) await this.session.reload().catch(() => undefined);
    } catch (error) {
      await this.refused(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async refused(error: unknown): Promise<void> {
    const status = error instanceof Refusal ? error.status : 0;
    if (status === 404 || status === 410) await this.link.look();
    else if (error instanceof Refusal && error.code === 'email_taken') this.taken.set(true);
    else this.trouble.set(plainly(error, this.words.failures));
  }
}
