import type { PortalEntry, PortalShellV1 } from '@porchlight/contracts';
import { ProblemError } from '@porchlight/platform';

type Company = PortalShellV1['company'];

/** How the portal's address is answered: a page, or with cookies the way to the clean address. */
export type PageAnswer =
  | { readonly status: 303; readonly cookies?: string[] }
  | { readonly status: 200 | 404 | 410 | 503; readonly entry: PortalEntry; readonly cookies?: string[] };

export const noAccess: PageAnswer = { status: 200, entry: { state: 'no_access' } };

/** The same for every token that opens nothing, whatever is wrong with it. */
export const unknownLink: PageAnswer = { status: 404, entry: { state: 'dead_link', reason: 'unknown' } };

export const deadLink = (reason: 'revoked' | 'expired', company?: Company): PageAnswer => ({
  status: 410,
  entry: { state: 'dead_link', reason, ...(company && { company }) },
});

/** Says that it is us, and calls no project new that is not. */
export const unavailable = (company?: Company): PageAnswer => ({
  status: 503,
  entry: { state: 'unavailable', ...(company && { company }) },
});

const notReady: PageAnswer = { status: 503, entry: { state: 'not_ready' } };

/** A page that asks again by itself, where nobody can tell right now what is to be seen. */
export const orAway = async (answer: () => Promise<PageAnswer>): Promise<PageAnswer> => {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof ProblemError && error.status === 503)) throw error;
    return error.code === 'portal_not_ready' ? notReady : unavailable();
  }
};
