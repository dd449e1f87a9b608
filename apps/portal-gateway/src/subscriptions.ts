import { Controller } from '@nestjs/common';
import {
  accessFactV1,
  hintSubject,
  projectFactV1,
  shellFactV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { Bus, Delivery, OnDelivered, Subscribe, Unprocessable } from '@porchlight/messaging';
import { AccessFacts } from './access/access-facts';
import { OwnLinks } from './link/own-links';
import type { PortalHint } from './live/hint';
import { StoredViews } from './view/stored-views';

type ProjectFact = DataOf<typeof projectFactV1>;
type ShellFact = DataOf<typeof shellFactV1>;
type AccessFact = DataOf<typeof accessFactV1>;

const companyOf = ({ companyId }: Envelope): string => {
  if (companyId === null) throw new Unprocessable('a portal fact without a company');
  return companyId;
};

/** All that the gateway learns: redacted facts, and nothing else. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly views: StoredViews,
    private readonly access: AccessFacts,
    private readonly ownLinks: OwnLinks,
    private readonly bus: Bus,
  ) {}

  @Subscribe(projectFactV1)
  async onProject(envelope: Envelope<ProjectFact>, { em }: Delivery): Promise<void> {
    await this.views.putProject(em, companyOf(envelope), envelope.data, envelope.aggregateVersion);
  }

  @Subscribe(shellFactV1)
  async onShell(envelope: Envelope<ShellFact>, { em }: Delivery): Promise<void> {
    await this.views.putShell(em, companyOf(envelope), envelope.data, envelope.aggregateVersion);
  }

  @Subscribe(accessFactV1)
  async onAccess({ data, aggregateVersion }: Envelope<AccessFact>, { em }: Delivery): Promise<void> {
    await this.access.put(em, data, aggregateVersion);
    await this.ownLinks.endOutside(em, data.personId, data.customerOf);
  }

  /** On every delivery, newer or not: the replica that stored it may have died before it could tell the others. */
  @OnDelivered(projectFactV1)
  onProjectDelivered({ aggregateId, occurredAt }: Envelope): void {
    this.bus.publish(hintSubject(aggregateId), { changedAt: occurredAt } satisfies PortalHint);
  }

  @OnDelivered(shellFactV1)
  onShellDelivered({ aggregateId, occurredAt }: Envelope): void {
    this.bus.publish(hintSubject(aggregateId), { changedAt: occurredAt } satisfies PortalHint);
  }
}
