import { Injectable } from '@nestjs/common';
import { accessFactV1, controlSubjects, idSchema, revokeQuestionSchema } from '@porchlight/contracts';
import { Bus, States } from '@porchlight/messaging';
import { Log, Transactions } from '@porchlight/platform';
import { z } from 'zod';
import { PortalSessions } from '../access/portal-sessions';
import { SessionChecks } from '../access/session-checks';
import { NamedLinks } from '../link/named-links';
import { Lease } from './lease';
import { recheckSchema, Rechecks, type Recheck } from './recheck';
import { Revocation } from './revocation';
import { Viewers } from './viewers';
import { Watches } from './watches';

type Reply = ((data: unknown) => void) | undefined;

const sessionEndedSchema = z.object({ sid: idSchema });
/** Identity picks one replica to see a revocation through. */
const revokers = { queue: 'gateway' };

/** What identity and the other replicas tell this one over core NATS. */
@Injectable()
export class Control {
  constructor(
    private readonly bus: Bus,
    private readonly lease: Lease,
    private readonly transactions: Transactions,
    private readonly states: States,
    private readonly sessions: PortalSessions,
    private readonly sessionChecks: SessionChecks,
    private readonly namedLinks: NamedLinks,
    private readonly viewers: Viewers,
    private readonly watches: Watches,
    private readonly rechecks: Rechecks,
    private readonly revocation: Revocation,
    private readonly log: Log,
  ) {}

  listen(): void {
    this.bus.subscribe(controlSubjects.replica(this.lease.replicaId), (data, reply) =>
      this.answering(reply, () => this.recheck(recheckSchema.parse(data))),
    );
    this.bus.subscribe(controlSubjects.portalSessionEnded, (data) =>
      this.answering(undefined, () => this.endSession(sessionEndedSchema.parse(data).sid)),
    );
    this.bus.subscribe(
      controlSubjects.portalRevoke,
      (data, reply) => this.answering(reply, () => this.revoke(revokeQuestionSchema.parse(data))),
      revokers,
    );
  }

  /** After this no frame goes to a screen of this replica that the question ended. */
  private async recheck(question: Recheck): Promise<boolean> {
    if ('sid' in question) this.sessionChecks.forget(question.sid);
    // Which sessions of a person ended is not said; identity is asked again about all.
    if ('personId' in question) this.sessionChecks.forgetAll();
    const concerned = this.viewers.concernedBy(question);
    await this.rechecks.strictly(concerned);
    for (const viewer of concerned) this.watches.catchUp(viewer);
    return true;
  }

  private async endSession(sid: string): Promise<boolean> {
    await this.transactions.run({ system: true }, (em) => this.sessions.end(em, sid));
    return this.recheck({ sid });
  }

  /** Commits what identity says, then has every replica look. */
  private async revoke(question: z.infer<typeof revokeQuestionSchema>): Promise<boolean> {
    const { personId, projectId, sid, linkIds } = question;
    if (sid === null) await this.states.fetch(accessFactV1, personId);
    else await this.transactions.run({ personId }, (em) => this.sessions.end(em, sid));
    if (projectId !== null) await this.endLinks(projectId, linkIds);
    const outcome = await this.revocation.announce(sid === null ? { personId, projectId, linkIds } : { sid });
    return outcome === 'done';
  }

  private async endLinks(projectId: string, linkIds: readonly string[]): Promise<void> {
    if (linkIds.length === 0) return;
    await this.transactions.run({ capabilityId: projectId }, (em) => this.namedLinks.end(em, projectId, linkIds));
  }

  private answering(reply: Reply, work: () => Promise<boolean>): void {
    void Promise.resolve()
      .then(work)
      .then(
        (acknowledged) => reply?.({ acknowledged }),
        // Unanswered, the sender asks again.
        (error: unknown) => this.log.warn({ err: error }, 'a control message could not be followed'),
      );
  }
}
