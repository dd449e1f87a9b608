import { Injectable } from '@nestjs/common';
import type { linkRequestSchema } from '@porchlight/contracts';
import type { z } from 'zod';
import { Patience } from '../view/patience';
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
    private readonly patience: Patience,
  ) {}

  /** Looks nothing up: neither answer nor time can tell whether there is such a project or address. Throws 429, 503. */
  async ask(projectId: string, asked: z.infer<typeof linkRequestSchema>, client: string): Promise<void> {
    await this.patience.with(() => this.take(projectId, asked, client));
    this.rounds.soon();
  }

  private async take(projectId: string, asked: z.infer<typeof linkRequestSchema>, client: string): Promise<void> {
    await this.limits.take(
      { of: 'link_request_network', key: client },
      { of: 'link_request_project', key: projectId },
      { of: 'link_request_email', key: `${projectId} ${asked.email}` },
    );
    await this.waiting.add(projectId, asked);
  }
}
