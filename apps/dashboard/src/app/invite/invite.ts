import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { InspectedInvitation } from '@porchlight/contracts';
import { onFirstTouch, VIEWER_LOCALE } from '@porchlight/ui';
import { plainly, Refusal } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';
import { TakesFocus } from '../form/takes-focus';
import { OtherPerson } from '../session/other-person';
import { Session } from '../session/session';
import { SignInForm } from '../session/sign-in-form';
import { PublicFrame } from '../shell/public-frame';
import { Trouble } from '../shell/trouble';
import { sayDayOf } from '../words/dates';
import { InvitationLink, type InvitationState, type Newcomer } from './invitation-link';
import { InviteContact } from './invite-contact';
import { InviteFacts } from './invite-facts';
import { InviteSignUp } from './invite-sign-up';
import { Joined, type Place } from './joined';
import { MailAgain } from './mail-again';

/** The page behind the link of an invitation. Looking uses up nothing; only accepting does. */
@Component({
  selector: 'app-invite',
  imports: [
    InviteContact,
    InviteFacts,
    InviteSignUp,
    MailAgain,
    MatButton,
    OtherPerson,
    PublicFrame,
    RouterLink,
    SignInForm,
    TakesFocus,
    Trouble,
  ],
  templateUrl: './invite.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Invite {
  private readonly said = inject(DOOR_WORDS);
  protected readonly words = this.said.invite;
  protected readonly signIn = this.said.signIn.title;
  private readonly session = inject(Session);
  private readonly joined = inject(Joined);
  private readonly router = inject(Router);
  protected readonly link = new InvitationLink((state) => this.leadOn(state));

  protected readonly busy = signal(false);
  protected readonly trouble = signal<string | null>(null);
  /** Joined, now or earlier, and on the way in. */
  protected readonly place = signal<Place | null>(null);
  private readonly locale = inject(VIEWER_LOCALE);
  protected readonly until = (instant: string): string => sayDayOf(instant, this.locale);

  protected readonly person = computed(() => this.session.me()?.person ?? null);
  private readonly invitation = computed<InspectedInvitation | null>(() => {
    const state = this.link.state();
    return 'invitation' in state ? state.invitation : null;
  });
  protected readonly isMine = computed(() => this.person()?.email === this.invitation()?.email);
  protected readonly subject = computed(() => this.invitation()?.projectName ?? this.invitation()?.companyName ?? '');

  constructor() {
    inject(DestroyRef).onDestroy(
      onFirstTouch(inject(DOCUMENT), () =>
        this.link.state().kind === 'pending' ? void this.link.opened() : undefined,
      ),
    );
  }

  protected readonly accept = async (newcomer?: Newcomer): Promise<void> => {
    const { membership } = await this.link.accept(newcomer);
    await this.enter(membership);
  };

  protected readonly acceptSignedIn = async (): Promise<void> => {
    this.busy.set(true);
    this.trouble.set(null);
    await this.accept().catch((error: unknown) => {
      if (!(error instanceof Refusal && this.isOver(error))) this.trouble.set(plainly(error, this.said.failures));
    });
    this.busy.set(false);
  };

  protected readonly mailAgain = (): Promise<void> => this.link.mailAgain();

  /** Cancelled, renewed or accepted elsewhere while the page stood open, or an account has come to be: looks again. */
  protected readonly isOver = ({ code }: Refusal): boolean => {
    const over = code.startsWith('invitation_') || code === 'sign_in_required';
    if (over) void this.link.look();
    return over;
  };

  protected async enter(place: Place): Promise<void> {
    this.trouble.set(null);
    this.place.set(place);
    await this.joined.enter(place).catch((error: unknown) => this.trouble.set(plainly(error, this.said.failures)));
  }

  protected bySignIn(): void {
    const invitation = this.invitation();
    if (invitation) void this.router.navigate(['/sign-in'], this.joined.bySignIn(invitation));
  }

  /** An accepted invitation stays the way home: straight in, or to sign-in with the address filled in. */
  private async leadOn(state: InvitationState): Promise<void> {
    this.trouble.set(null);
    this.place.set(null);
    if (state.kind !== 'accepted') return;
    const membership = this.joined.membershipOf(state.invitation);
    if (membership) await this.enter(membership);
    else if (!this.person()) this.bySignIn();
  }
}
