import { Injectable } from '@nestjs/common';
import { LinkRequestLimits } from './limits';
import { LinkRequestRounds } from './link-request.rounds';
import { WaitingRequests } from './waiting-requests';

/** Takes in that somebody wants a new way into a portal. */
@Injectable()
export class LinkRequestService {
  constructor(
    private readonly limits: LinkRequestLimits,
    private readonly waiting: WaitingRequests,
    private readonly rounds: LinkRequestRounds,
  ) {}

  /** Looks nothing up: neither answer nor time can tell whether there is such a project or address. Throws 429. */
  async ask(projectId: string, email: string, client: string): Promise<void> {
    await this.limits.take(
      { of: 'link_request_network', key: client },
      { of: 'link_request_project', key: projectId },
      { of: 'link_request_email', key: `${projectId} ${email}` },
    );
    await this.waiting.add(projectId, email);
    this.rounds.soon();
  }
}
