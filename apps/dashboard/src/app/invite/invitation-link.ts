import { inject, signal } from '@angular/core';
import type { AcceptedInvitation, InspectedInvitation } from '@porchlight/contracts';
import { languageOf, VIEWER_LOCALE } from '@porchlight/ui';
import { Api } from '../api/api';
import { Refusal } from '../api/refusal';
import { anonymous } from '../session/anonymous';
import { onPageToken } from '../session/page-token';
import { Session } from '../session/session';

export interface Newcomer {
  readonly name: string;
  readonly password: string;
}

export type InvitationState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'unknown' }
  /** A newer message was sent, and this one says nothing any more. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'trouble'; readonly error: unknown }
  | { readonly kind: InspectedInvitation['status']; readonly invitation: InspectedInvitation };

/** The link of an invitation whose page somebody opened. Looking uses up nothing. Create it in an injection context. */
export class InvitationLink {
  private readonly api = inject(Api);
  private readonly language = languageOf(inject(VIEWER_LOCALE));
  private readonly session = inject(Session);
  private token = '';
  private readonly found = signal<InvitationState>({ kind: 'looking' });
  readonly state = this.found.asReadonly();

  /** @param looked what to do once the state of the link is known */
  constructor(private readonly looked: (state: InvitationState) => unknown) {
    onPageToken((token) => {
      this.token = token;
      void this.look();
    });
  }

  /** The address of this page. */
  get page(): string {
    return `/invite#${this.token}`;
  }

  async look(): Promise<void> {
    const { token } = this;
    this.found.set({ kind: 'looking' });
    const state = await this.inspect(token).catch(afterFailure);
    if (token !== this.token) return;
    this.found.set(state);
    await this.looked(state);
  }

  /** As the signed-in person, or as a new one with name and password. */
  async accept(newcomer?: Newcomer): Promise<AcceptedInvitation> {
    const body = { token: this.token, ...newcomer };
    const answer = await this.api.post<AcceptedInvitation>(at('accept'), body, newcomer ? anonymous() : {});
    await this.session.accepted(answer);
    return answer;
  }

  /** Asks for a new message to the invited address, and to no other, in the language of this page. */
  async mailAgain(): Promise<void> {
    await this.api.post(at('renew'), { token: this.token, language: this.language }, anonymous());
  }

  /** Tells that a person is looking, and in which language. Nothing depends on it, so a failure is nobody's trouble. */
  async opened(): Promise<void> {
    await this.api
      .post(at('opened'), { token: this.token, language: this.language }, anonymous())
      .catch(() => undefined);
  }

  private async inspect(token: string): Promise<InvitationState> {
    // Who is signed in decides what the page offers; nobody is an answer too.
    await this.session.restore();
    if (token === '') return { kind: 'unknown' };
    const invitation = await this.api.post<InspectedInvitation>(at('inspect'), { token }, anonymous());
    return { kind: invitation.status, invitation };
  }
}

const at = (step: 'inspect' | 'opened' | 'accept' | 'renew'): string => `/api/identity/invitations/${step}`;

function afterFailure(error: unknown): InvitationState {
  if (!(error instanceof Refusal)) return { kind: 'trouble', error };
  if (error.code === 'invitation_superseded') return { kind: 'superseded' };
  return [400, 404].includes(error.status) ? { kind: 'unknown' } : { kind: 'trouble', error };
}
