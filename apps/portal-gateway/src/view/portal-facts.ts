import { Injectable } from '@nestjs/common';
import { projectFactV1, shellFactV1, type EventDefinition } from '@porchlight/contracts';
import { AskUnavailable, States } from '@porchlight/messaging';
import { ProblemError, Transactions } from '@porchlight/platform';
import { Patience } from './patience';
import type { Facts } from './portal-view';
import { StoredViews, type StoredView } from './stored-views';

/** The project exists, its portal is a moment away. */
export const notReady = (): ProblemError =>
  new ProblemError('portal_not_ready', 503, 'This portal is being set up. Try again in a moment.', {
    headers: { 'retry-after': '1' },
  });

/** The stored facts of a project; what is missing is asked of its owner once, never taken for an answer. */
@Injectable()
export class PortalFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly views: StoredViews,
    private readonly states: States,
    private readonly patience: Patience,
  ) {}

  /** Whose project it is, or null when nobody knows it. */
  async companyOf(projectId: string): Promise<string | null> {
    const stored = await this.stored(projectId);
    if (stored) return stored.companyId;
    return (await this.ask(projectFactV1, projectId)) ? ((await this.stored(projectId))?.companyId ?? null) : null;
  }

  /** Both facts. Throws `portal_not_ready` (503) while one of them exists nowhere. */
  async require(projectId: string): Promise<Facts> {
    const stored = await this.stored(projectId);
    const facts = stored && bothOf(stored);
    if (facts) return facts;
    if (!stored?.project) await this.ask(projectFactV1, projectId);
    if (!stored?.shell) await this.ask(shellFactV1, projectId);
    const asked = await this.stored(projectId);
    const complete = asked && bothOf(asked);
    if (!complete) throw notReady();
    return complete;
  }

  /** What is stored, asking nobody. Throws 503 when it cannot be read. */
  stored(projectId: string): Promise<StoredView | null> {
    return this.patience.with(() =>
      this.transactions.run({ capabilityId: projectId }, (em) => this.views.find(em, projectId)),
    );
  }

  private async ask<T>(event: EventDefinition<T>, projectId: string): Promise<boolean> {
    try {
      return await this.states.fetch(event, projectId);
    } catch (error) {
      if (error instanceof AskUnavailable) throw notReady();
      throw error;
    }
  }
}

/** Both facts, or null while one is missing. */
export const bothOf = ({ project, projectVersion, shell, shellVersion }: StoredView): Facts | null =>
  project && shell ? { project, projectVersion, shell, shellVersion } : null;
