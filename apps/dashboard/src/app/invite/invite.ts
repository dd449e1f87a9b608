import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AcceptedInvitation, InspectedInvitation } from '@porchlight/contracts';
import { Api } from '../api/api';
import { plainly, Refusal } from '../api/refusal';
import { Portals } from '../portals/portals';
import { anonymous } from '../session/anonymous';
import { Session } from '../session/session';
import { PublicFrame } from '../shell/public-frame';
import { roleWords } from '../words/words';
import { InviteContact } from './invite-contact';
import { InviteSignIn } from './invite-sign-in';
import { InviteSignUp } from './invite-sign-up';

/** The page behind the link of an invitation. Looking uses up nothing; the token stays in the fragment, which no server sees. */
@Component({
  selector: 'app-invite',
  imports: [InviteContact, InviteSignIn, InviteSignUp, MatButton, PublicFrame, RouterLink],
  templateUrl: './invite.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Invite {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly router = inject(Router);
  private readonly token = (inject(DOCUMENT).defaultView?.location.hash ?? '').slice(1);

  protected readonly invitation = signal<InspectedInvitation | null>(null);
  protected readonly unknown = signal(false);
  protected readonly trouble = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected readonly person = computed(() => this.session.me()?.person ?? null);
  protected readonly isMine = computed(() => this.person()?.email === this.invitation()?.email);
  protected readonly subject = computed(() => this.invitation()?.projectName ?? this.invitation()?.companyName);
  protected readonly role = computed(() => roleWords[this.invitation()?.role ?? 'customer'].toLowerCase());

  constructor() {
    void this.look();
  }

  protected async look(): Promise<void> {
    this.trouble.set(null);
    try {
      // Who is signed in decides what the page offers; nobody is an answer too.
      await this.session.restore();
      this.invitation.set(
        await this.api.post<InspectedInvitation>(
          '/api/identity/invitations/inspect',
          { token: this.token },
          anonymous(),
        ),
      );
    } catch (error) {
      const missing = error instanceof Refusal && error.status < 500 && error.status !== 429;
      this.unknown.set(missing);
      if (!missing) this.trouble.set(plainly(error));
    }
  }

  /** Accepts as the signed-in person, or as a new one with name and password. */
  protected readonly accept = async (newcomer: { name?: string; password?: string } = {}): Promise<void> => {
    const answer = await this.api.post<AcceptedInvitation>(
      '/api/identity/invitations/accept',
      { token: this.token, ...newcomer },
      newcomer.password ? anonymous() : {},
    );
    await this.session.accepted(answer);
    await this.land(answer.membership.role, answer.membership.projectId);
  };

  protected async acceptSignedIn(): Promise<void> {
    this.busy.set(true);
    this.trouble.set(null);
    try {
      await this.accept();
    } catch (error) {
      this.trouble.set(plainly(error));
      await this.lookAgainIfOver(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async switchPerson(): Promise<void> {
    this.trouble.set(null);
    await this.session.signOut().catch((error: unknown) => this.trouble.set(plainly(error)));
  }

  /** An accepted invitation stays the way home. */
  protected async goHome(): Promise<void> {
    const { role, projectId } = this.invitation() ?? {};
    if (role) await this.land(role, projectId ?? null).catch((error: unknown) => this.trouble.set(plainly(error)));
  }

  protected wayHome(): { to: string; email: string } {
    const { role, projectId, email = '' } = this.invitation() ?? {};
    return { to: role === 'customer' && projectId ? `/portal/${projectId}` : '/projects', email };
  }

  private async land(role: InspectedInvitation['role'], projectId: string | null): Promise<void> {
    if (role === 'customer' && projectId) return this.portals.enter(projectId);
    await this.router.navigateByUrl(projectId ? `/projects/${projectId}` : '/projects');
  }

  private async lookAgainIfOver(error: unknown): Promise<void> {
    if (error instanceof Refusal && error.code.startsWith('invitation_')) await this.look();
  }
}
