import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type AnswerOf, type askLinkRequest, linkRequestedV1, type QuestionOf } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { Transactions } from '@porchlight/platform';
import { Letters } from '../letter/letters';
import { Limits } from '../limit/limits';
import { Membership } from '../membership/membership.entity';
import { Person } from '../person/person.entity';
import type { ProjectCopy } from '../project/project-copy.entity';
import { Projects } from '../project/projects';
import { type Asker, isMailed, type Verdict, verdictOn } from './outcome';

type Question = QuestionOf<typeof askLinkRequest>;

/** What tells one request from the next about the same: somebody impatient gets one mail in ten minutes. */
const turnMs = 600_000;

/** Decides what comes of somebody's wish for a new way into a portal, out of their sight. */
@Injectable()
export class LinkRequests {
  constructor(
    private readonly transactions: Transactions,
    private readonly projects: Projects,
    private readonly letters: Letters,
    private readonly limits: Limits,
    private readonly outbox: Outbox,
  ) {}

  /** Whose project it is, is not taken from who asks. Noted twice, notifications does it once. */
  async note(question: Question): Promise<AnswerOf<typeof askLinkRequest>> {
    const project = await this.projects.known(question.projectId);
    if (!project) return { noted: true };
    const { companyId } = project;
    const verdict = await this.transactions.run({ companyId }, async (em) =>
      verdictOn(await this.asker(em, project, question), this.letters.canBeSent),
    );
    if (verdict && (await this.maySend(verdict)))
      await this.transactions.run({ companyId }, (em) => this.order(em, project, question, verdict));
    return { noted: true };
  }

  /** Whoever asks on and on in somebody's name fills no mailbox; out of sight, as all of this is. */
  private async maySend(verdict: Verdict): Promise<boolean> {
    return !isMailed(verdict) || this.limits.tryTake({ of: 'link_mail', key: verdict.reference });
  }

  private async order(em: EntityManager, project: ProjectCopy, asked: Question, verdict: Verdict): Promise<void> {
    const { companyId, projectId, name: projectName } = project;
    const { outcome, reference, who, generation } = verdict;
    const { askedAt, language } = asked;
    await this.outbox.add(em, linkRequestedV1, {
      companyId,
      aggregateId: reference,
      aggregateVersion: Math.floor(Date.parse(askedAt) / turnMs),
      data: { companyId, projectId, projectName, outcome, reference, who, generation, askedAt, language },
    });
  }

  private async asker(em: EntityManager, project: ProjectCopy, { email, link }: Question): Promise<Asker> {
    const person = await em.findOne(Person, { email });
    if (!person) return { link, customer: null, removed: null };
    const { companyId, projectId } = project;
    const [newest] = await em.find(
      Membership,
      { companyId, projectId, personId: person.id, role: 'customer' },
      // One that stands (null) comes first, then the one that ended last.
      { orderBy: { removedAt: 'desc' }, limit: 1 },
    );
    if (!newest) return { link, customer: null, removed: null };
    const part = { membershipId: newest.id, name: person.name };
    return newest.removedAt === null
      ? { link, customer: part, removed: null }
      : { link, customer: null, removed: { ...part, at: newest.removedAt } };
  }
}
