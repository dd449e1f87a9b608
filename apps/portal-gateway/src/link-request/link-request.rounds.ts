import { Injectable } from '@nestjs/common';
import { askLinkRequest } from '@porchlight/contracts';
import { Asks } from '@porchlight/messaging';
import { Log, Rounds } from '@porchlight/platform';
import { AskedLinks } from './asked-links';
import { WaitingRequests, type WaitingRequest } from './waiting-requests';

const everyMs = 2_000;

/** Brings wishes for a new way in before identity, out of sight of whoever asked, until each is decided. */
@Injectable()
export class LinkRequestRounds extends Rounds {
  constructor(
    private readonly waiting: WaitingRequests,
    private readonly links: AskedLinks,
    private readonly asks: Asks,
    private readonly journal: Log,
  ) {
    super('the round for link requests', everyMs, journal);
  }

  /** Looks now, and keeps nobody waiting. What fails is tried again in a later round. */
  soon(): void {
    setImmediate(
      () =>
        void this.round().catch((error: unknown) => this.journal.warn({ err: error }, 'a link request has to wait')),
    );
  }

  protected override async round(): Promise<boolean> {
    const request = await this.waiting.claim();
    if (!request) return false;
    await this.decide(request);
    return true;
  }

  /** Identity is asked about everybody, known or not; forgotten only once it has answered. */
  private async decide(request: WaitingRequest): Promise<void> {
    const { projectId, email, askedAt, language } = request;
    const link = await this.links.find(projectId, email);
    await this.asks.ask(askLinkRequest, { projectId, email, askedAt: askedAt.toISOString(), language, link });
    await this.waiting.forget(request);
  }
}
