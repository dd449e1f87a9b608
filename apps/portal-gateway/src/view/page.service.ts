import { Injectable } from '@nestjs/common';
import type { PortalEntry, PortalShellV1 } from '@porchlight/contracts';
import { ProblemError } from '@porchlight/platform';
import type { Credential, Standing } from '../access/credential';
import { Credentials } from '../access/credentials';
import { PortalCookies } from '../access/portal-cookie';
import { Visitors } from '../access/visitors';
import { LinkUrls } from '../link/link-urls';
import { PortalFacts } from './portal-facts';
import { portalViewOf } from './portal-view';

/** How the portal's address is answered: a page, or with cookies the way to the clean address. */
export type PageAnswer =
  | { readonly status: 303; readonly cookies?: string[] }
  | { readonly status: 200 | 404 | 410 | 503; readonly entry: PortalEntry; readonly cookies?: string[] };

const noAccess: PageAnswer = { status: 200, entry: { state: 'no_access' } };
/** The same for every token that opens nothing, whatever is wrong with it. */
const unknownLink: PageAnswer = { status: 404, entry: { state: 'dead_link', reason: 'unknown' } };
const notReady: PageAnswer = { status: 503, entry: { state: 'not_ready' } };

/** What a browser at `/portal/{projectId}` gets. */
@Injectable()
export class PageService {
  constructor(
    private readonly links: LinkUrls,
    private readonly credentials: Credentials,
    private readonly visitors: Visitors,
    private readonly cookies: PortalCookies,
    private readonly portals: PortalFacts,
  ) {}

  /**
   * A link was opened: its token becomes a cookie. Who is signed in at this portal stays so: a session sees what a link
   * sees and outlives its end, and a builder who tries a link is no visit of the household's. Who came in another way
   * before is not stopped by an old message's dead link either.
   */
  enter(projectId: string, token: string, cookieHeader: string | undefined): Promise<PageAnswer> {
    return orNotReady(() => this.entering(projectId, token, cookieHeader));
  }

  /** The clean address: who has a good cookie sees the project, and the cookie begins its life anew. */
  visit(projectId: string, cookieHeader: string | undefined): Promise<PageAnswer> {
    return orNotReady(() => this.visiting(projectId, cookieHeader));
  }

  private async entering(projectId: string, token: string, cookieHeader: string | undefined): Promise<PageAnswer> {
    const named = this.links.read(token);
    if (!named) return unknownLink;
    const credential: Credential = { kind: 'link', id: named.id, generation: named.generation };
    const standing = await this.credentials.check(projectId, credential);
    if (standing.subject?.projectId !== projectId) return unknownLink;
    const here = await this.viewerAt(projectId, cookieHeader);
    if (here?.kind === 'session') return { status: 303 };
    if (standing.good) return { status: 303, cookies: this.cookies.issue(projectId, credential, standing.endsAt) };
    return here ? { status: 303 } : this.deadLink(projectId, standing);
  }

  /** By which good cookie somebody is in already; null without one, and where that cannot be known. */
  private async viewerAt(projectId: string, cookieHeader: string | undefined): Promise<Credential | null> {
    try {
      const visitor = await this.visitors.at(projectId, cookieHeader);
      return visitor?.standing.good ? visitor.credential : null;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 503) return null;
      throw error;
    }
  }

  private async visiting(projectId: string, cookieHeader: string | undefined): Promise<PageAnswer> {
    const visitor = await this.visitors.at(projectId, cookieHeader);
    if (!visitor) return noAccess;
    const { credential, standing } = visitor;
    if (!standing.good) return credential.kind === 'link' ? this.deadLink(projectId, standing) : noAccess;
    return {
      status: 200,
      entry: { state: 'view', viewer: standing.viewing, view: portalViewOf(await this.portals.require(projectId)) },
      cookies: this.cookies.issue(projectId, credential, standing.endsAt),
    };
  }

  /** A dead link never strands: it says so, and whom to call. */
  private async deadLink(projectId: string, standing: Standing & { good: false }): Promise<PageAnswer> {
    if (standing.refusal !== 'revoked' && standing.refusal !== 'expired') return unknownLink;
    const shell = (await this.portals.stored(projectId))?.shell;
    const company = shell && withoutPictures(shell.company);
    return { status: 410, entry: { state: 'dead_link', reason: standing.refusal, ...(company && { company }) } };
  }
}

/** A page that asks again by itself, where nobody can tell right now what is to be seen. */
const orNotReady = async (answer: () => Promise<PageAnswer>): Promise<PageAnswer> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ProblemError && error.status === 503) return notReady;
    throw error;
  }
};

/** Who has no good cookie any more gets no file either. */
const withoutPictures = ({ name, colors, contact }: PortalShellV1['company']): PortalShellV1['company'] => ({
  name,
  colors,
  contact,
});
