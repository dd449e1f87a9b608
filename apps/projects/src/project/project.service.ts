import { Injectable } from '@nestjs/common';
import type { ChangeProject, CreateProject, Project as ProjectReply } from '@porchlight/contracts';
import { type Caller, fieldChanges, problems, Transactions } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { requireSensibleDate } from '../business-days/dates';
import { Companies } from '../company/companies';
import { Memberships, type KnownPerson } from '../member/memberships';
import { membershipsNotKnownHere } from '../member/read-own-writes';
import { centsIn, centsOrNullIn } from '../money/money';
import { Rescheduling } from '../task/rescheduling';
import { TaskCompletion } from '../task/task-completion';
import { archived, mayHere, ProjectAccess, type ProjectChange, type ProjectRole } from './project-access';
import { ProjectReplies } from './project-replies';
import { ProjectStart } from './project-start';

const trailFields = ['name', 'address', 'clientName', 'timeZone', 'start', 'deadline', 'status', 'budget'] as const;

@Injectable()
export class ProjectService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly memberships: Memberships,
    private readonly transactions: Transactions,
    private readonly companies: Companies,
    private readonly start: ProjectStart,
    private readonly replies: ProjectReplies,
    private readonly completion: TaskCompletion,
    private readonly rescheduling: Rescheduling,
    private readonly trail: Trail,
  ) {}

  get(caller: Caller, projectId: string): Promise<ProjectReply> {
    return this.access.read(caller, projectId, 'project.read', (visit) => this.replies.read(visit));
  }

  /** Creates a project under `id`; asked again with the same id, gives what the first time made. */
  create(caller: Caller, id: string, input: CreateProject): Promise<ProjectReply> {
    return this.memberships.run(caller, async (em, person) => {
      const { companyId, role } = companyToCreateIn(person, input.companyId);
      requireSensibleDate('start', input.start);
      requireSensibleDate('deadline', input.deadline);
      await this.transactions.enter(em, { companyId });
      const company = await this.companies.get(em, companyId);
      const made = await this.start.once(
        em,
        { id, companyId, actor: person.name },
        {
          name: input.name,
          address: input.address ?? null,
          clientName: input.clientName ?? null,
          timeZone: input.timeZone ?? company.timeZone,
          start: input.start ?? null,
          deadline: input.deadline ?? null,
          budget: input.budget ? centsIn(company.currency, 'budget', input.budget) : null,
        },
      );
      const visit = { em, person, role, companyId, projectId: id };
      return made ? this.replies.of(visit, made.project, made.portal) : this.replies.read(visit);
    });
  }

  change(caller: Caller, projectId: string, version: number, input: ChangeProject): Promise<ProjectReply> {
    const write = async (change: ProjectChange): Promise<ProjectReply> => {
      const { project, portal } = change;
      const before = await this.replies.of(change, project, portal);
      if (project.version !== version) throw problems.stale(before);
      if (project.isArchived && (input.status ?? 'archived') === 'archived') throw archived();
      await this.completeIfAsked(change, input);
      const wasAtRest = project.isAtRest;
      applyToProject(change, input);
      if (wasAtRest && !project.isAtRest) await this.rescheduling.takeUp(change);
      const changes = fieldChanges(before, await this.replies.of(change, project, portal), trailFields);
      if (changes.length === 0) return before;
      project.version += 1;
      await this.trail.ofProject(change, project, { action: 'changed', changes });
      return this.replies.of(change, project, portal);
    };
    return this.access.write(caller, projectId, 'project.change', write, { evenArchived: true });
  }

  /** Completing a project with open tasks is refused unless all of them are to be completed with it. */
  private async completeIfAsked(change: ProjectChange, input: ChangeProject): Promise<void> {
    if (input.status !== 'completed' || change.project.status === 'completed') return;
    if (change.portal.openCount === 0) return;
    if (!input.completeOpenTasks) {
      throw problems.conflict('open_tasks', 'There are open tasks. Complete them all, or go back.');
    }
    await this.completion.completeAll(change);
  }
}

const applyToProject = ({ project, company }: ProjectChange, input: ChangeProject): void => {
  requireSensibleDate('start', input.start);
  requireSensibleDate('deadline', input.deadline);
  if (input.name !== undefined) project.name = input.name;
  if (input.address !== undefined) project.address = input.address;
  if (input.clientName !== undefined) project.clientName = input.clientName;
  if (input.timeZone !== undefined) project.timeZone = input.timeZone;
  if (input.start !== undefined) project.start = input.start;
  if (input.deadline !== undefined) project.deadline = input.deadline;
  if (input.status !== undefined) project.status = input.status;
  if (input.budget !== undefined) project.budget = centsOrNullIn(company.currency, 'budget', input.budget);
};

/** The company a person starts a project in: the one named, or the only one they are staff of. */
const companyToCreateIn = (
  person: KnownPerson,
  named: string | undefined,
): { companyId: string; role: ProjectRole } => {
  const here = person.memberships.filter(({ companyId }) => companyId === (named ?? companyId));
  const staffOf = here.flatMap(({ companyId, projectId, role }) =>
    projectId === null && mayHere(role, 'project.create') ? [{ companyId, role }] : [],
  );
  const [first, second] = staffOf;
  if (!first) {
    const stranger = named !== undefined && here.length === 0;
    throw membershipsNotKnownHere(person.personId, stranger ? problems.notFound('company') : problems.forbidden());
  }
  if (second) throw problems.invalid('companyId', 'says in which of your companies');
  return first;
};
