import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { controlSubjects, type revokeQuestionSchema } from '@porchlight/contracts';
import { Bus } from '@porchlight/messaging';
import { Log, Transactions } from '@porchlight/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { z } from 'zod';
import { PortalRevocation } from './portal-revocation.entity';

/** How long a removal waits for the gateways before it is answered as pending. */
const patienceMs = 6_000;
const betweenTriesMs = 250;
/** Another gateway is asked beside one that is silent for so long: that one may be cut off. */
const askAnotherAfterMs = 1_000;
const retryEveryMs = 2_000;

const acknowledgementSchema = z.object({ acknowledged: z.boolean() });

/** Makes the gateways close what somebody may no longer see, and keeps at it until they say it is done. */
@Injectable()
export class PortalRevocations implements OnApplicationBootstrap, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private retrying = false;

  constructor(
    private readonly bus: Bus,
    private readonly transactions: Transactions,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.retry(), retryEveryMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Notes the revocation in the transaction that ends what it is about, so that no crash forgets it. */
  async record(em: EntityManager, question: z.infer<typeof revokeQuestionSchema>): Promise<PortalRevocation> {
    const revocation = em.create(PortalRevocation, {
      id: v7(),
      personId: question.personId,
      projectId: question.projectId,
      sid: question.sid,
      linkIds: question.linkIds,
      createdAt: new Date(),
    });
    await em.persist(revocation).flush();
    return revocation;
  }

  /** Asks until a gateway answers for all of them or patience ends; true when it is done. */
  async carryOut(revocation: PortalRevocation): Promise<boolean> {
    const deadline = Date.now() + patienceMs;
    const asked: Promise<void>[] = [];
    while (Date.now() < deadline) {
      asked.push(this.ask(revocation, deadline - Date.now()));
      const answered = Promise.any(asked).then(
        () => true,
        () => pause(betweenTriesMs, false),
      );
      if (await Promise.race([answered, pause(askAnotherAfterMs, false)])) return true;
    }
    return false;
  }

  /** Several at once; true when all are done. */
  async carryOutAll(revocations: readonly PortalRevocation[]): Promise<boolean> {
    return (await Promise.all(revocations.map((revocation) => this.carryOut(revocation)))).every(Boolean);
  }

  /** Rejects when no gateway runs, or none could answer in time: it stays recorded. */
  private async ask({ id, personId, projectId, sid, linkIds }: PortalRevocation, timeoutMs: number): Promise<void> {
    const question = { personId, projectId, sid, linkIds };
    const answer = await this.bus.request(controlSubjects.portalRevoke, question, timeoutMs);
    if (!acknowledgementSchema.parse(answer).acknowledged) throw new Error('some gateway has not answered yet');
    await this.transactions.run({ system: true }, (em) => em.nativeDelete(PortalRevocation, { id }));
  }

  private async retry(): Promise<void> {
    if (this.retrying) return;
    this.retrying = true;
    try {
      const due = new Date(Date.now() - patienceMs);
      const pending = await this.transactions.run({ system: true }, (em) =>
        em.find(PortalRevocation, { createdAt: { $lt: due } }, { orderBy: { id: 'asc' }, limit: 100 }),
      );
      for (const revocation of pending) await this.ask(revocation, retryEveryMs).catch(() => undefined);
    } catch (error) {
      this.log.warn({ err: error }, 'pending portal revocations could not be retried');
    } finally {
      this.retrying = false;
    }
  }
}
