import { Inject, Injectable } from '@nestjs/common';
import type { portalSessionSchema } from '@porchlight/contracts';
import { CONFIG, Transactions, type Caller } from '@porchlight/platform';
import type { z } from 'zod';
import type { Config } from '../config';
import { PortalFacts } from '../view/portal-facts';
import { PortalCookies } from './portal-cookie';
import { PortalRights } from './portal-rights';
import { PortalSessions } from './portal-sessions';

/** Lets customers and previewing builders in without a link. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly rights: PortalRights,
    private readonly portals: PortalFacts,
    private readonly sessions: PortalSessions,
    private readonly cookies: PortalCookies,
  ) {}

  async open(
    caller: Caller,
    projectId: string,
  ): Promise<{ cookies: string[]; reply: z.infer<typeof portalSessionSchema> }> {
    const part = await this.rights.require(caller, projectId, 'portal.view');
    await this.portals.require(projectId);
    const id = await this.transactions.run({ personId: caller.personId }, (em) =>
      this.sessions.open(em, projectId, caller.personId, caller.sid),
    );
    return {
      cookies: this.cookies.issue(projectId, { kind: 'session', id }),
      reply: {
        url: `${this.config.PUBLIC_ORIGINS[0]}/portal/${projectId}`,
        viewer: part === 'customer' ? part : 'builder',
      },
    };
  }
}
