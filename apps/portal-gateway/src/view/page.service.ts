import { Injectable } from '@nestjs/common';
import type { PortalShellV1 } from '@porchlight/contracts';
import { AskUnavailable } from '@porchlight/messaging';
import { ProblemError } from '@porchlight/platform';
import type { Credential, Standing } from '../access/credential';
import { Credentials } from '../access/credentials';
import { PortalCookies } from '../access/portal-cookie';
import { Visitors, type Visitor } from '../access/visitors';
import { LinkUrls } from '../link/link-urls';
import { deadLink, noAccess, orAway, unavailable, unknownLink, type PageAnswer } from './page-answer';
import { PortalFacts } from './portal-facts';
import { portalViewOf } from './portal-view';

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
    return orAway(() => this.entering(projectId, token, cookieHeader));
  }

  /** The clean address: who has a good cookie sees the project, and the cookie begins its life anew. */
  visit(projectId: string, cookieHeader: string | undefined): Promise<PageAnswer> {
    return orAway(() => this.visiting(projectId, cookieHeader));
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
    let visitor: Visitor | null;
    try {
      visitor = await this.visitors.at(projectId, cookieHeader);
    } catch (error) {
      // Identity is asked last: the cookie is genuine, so its holder may know whom to call.
      if (error instanceof AskUnavailable) return unavailable(await this.companyOf(projectId));
      throw error;
    }
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
  private async deadLink(projectId: string, { refusal }: Standing & { good: false }): Promise<PageAnswer> {
    if (refusal !== 'revoked' && refusal !== 'expired') return unknownLink;
    return deadLink(refusal, await this.companyOf(projectId));
  }

  /** Whom to call. Who has no good cookie any more gets no file either. */
  private async companyOf(projectId: string): Promise<PortalShellV1['company'] | undefined> {
    const shell = (await this.portals.stored(projectId))?.shell;
    return shell?.company && { name: shell.company.name, colors: shell.company.colors, contact: shell.company.contact };
  }
}
