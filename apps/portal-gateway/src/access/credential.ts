/** What a good cookie names: one share link at one generation, or one portal session. */
export type Credential =
  | { readonly kind: 'link'; readonly id: string; readonly generation: number }
  | { readonly kind: 'session'; readonly id: string };

/** As whom the portal is looked at. */
export type Viewing = 'link' | 'customer' | 'builder';

/** Why a credential opens nothing any more. */
export type Refusal = 'unknown' | 'revoked' | 'expired' | 'signed_out';

/** Whose and what a credential is, as stored; what revocations are matched against. */
export interface Subject {
  readonly projectId: string;
  readonly linkId: string | null;
  /** The signed-in person, or the customer whose own link it is. */
  readonly personId: string | null;
  readonly sid: string | null;
}

/** How a credential stands at the moment of asking. */
export type Standing =
  | { readonly good: true; readonly subject: Subject; readonly viewing: Viewing; readonly endsAt: Date | null }
  | { readonly good: false; readonly subject: Subject | null; readonly refusal: Refusal };
