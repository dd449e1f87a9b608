import type { askLinkRequest, LinkRequestOutcome, QuestionOf } from '@porchlight/contracts';

export type AskedLink = NonNullable<QuestionOf<typeof askLinkRequest>['link']>;

/** Somebody's part in the project as its customer. */
export interface Part {
  readonly membershipId: string;
  readonly name: string;
}

/** What is known of who asked, by their address alone. */
export interface Asker {
  readonly link: AskedLink | null;
  readonly customer: Part | null;
  /** Was a customer, and is none any more. */
  readonly removed: (Part & { readonly at: Date }) | null;
}

export interface Verdict {
  readonly outcome: LinkRequestOutcome;
  readonly reference: string;
  readonly who: string;
  /** Of the link that is mailed. */
  readonly generation?: number;
}

/** A removal shuts out from the links there were; one made for them afterwards was meant for them. */
const isTheirs = ({ link, removed }: Asker): boolean =>
  link !== null && link.state !== 'revoked' && (removed === null || new Date(link.createdAt) > removed.at);

/** Whether it comes to a mail. */
export const isMailed = ({ outcome }: Verdict): boolean => ['link', 'renewed_link', 'sign_in'].includes(outcome);

/** Null: a stranger, of whom nobody hears. */
export const verdictOn = (asker: Asker, canMail: boolean): Verdict | null => {
  const { link, customer, removed } = asker;
  const mailed = (outcome: LinkRequestOutcome): LinkRequestOutcome => (canMail ? outcome : 'unmailed');
  if (link && isTheirs(asker)) {
    const outcome = mailed(link.state === 'ended' ? 'renewed_link' : 'link');
    return { outcome, reference: link.id, who: link.label, generation: link.generation };
  }
  if (customer) return { outcome: mailed('sign_in'), reference: customer.membershipId, who: customer.name };
  if (link?.state === 'revoked') return { outcome: 'revoked', reference: link.id, who: link.label };
  return removed && { outcome: 'removed', reference: removed.membershipId, who: removed.name };
};
