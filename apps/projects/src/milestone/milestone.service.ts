import { Injectable } from '@nestjs/common';
import {
  dateSchema,
  idSchema,
  type ChangeMilestone,
  type CreateMilestone,
  type Milestone as MilestoneReply,
} from '@porchlight/contracts';
import { afterCursor, type Caller, fieldChanges, pageOfRows, problems, todayIn } from '@porchlight/platform';
import { v4 } from 'uuid';
import { z } from 'zod';
import { Trail } from '../activity/trail';
import { requireSensibleDate } from '../business-days/dates';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { Project } from '../project/project.entity';
import { Milestone } from './milestone.entity';

const cursorSchema = z.tuple([dateSchema, idSchema]);
const trailFields = ['name', 'section', 'targetDate', 'reachedOn'] as const;

@Injectable()
export class MilestoneService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly trail: Trail,
  ) {}

  /** By target date. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'milestone.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const found = await em.find(
        Milestone,
        { projectId, ...(after && { $or: later(after) }) },
        { orderBy: [{ targetDate: 'asc' }, { id: 'asc' }], limit: limit + 1 },
      );
      const { timeZone } = await em.findOneOrFail(Project, projectId);
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.targetDate, row.id]);
      return { items: rows.map((row) => milestoneReply(row, timeZone)), nextCursor };
    });
  }

  /** Asked again with the same id, gives the milestone as it is. */
  create(caller: Caller, projectId: string, id: string, input: CreateMilestone): Promise<MilestoneReply> {
    return this.access.write(caller, projectId, 'milestone.change', async (change) => {
      const made = await change.em.findOne(Milestone, { id, projectId });
      if (made) return replyIn(change, made);
      const milestone = newMilestone(change, id);
      milestone.reachedOn = null;
      applyToMilestone(milestone, input);
      change.em.persist(milestone);
      await this.trail.ofPart(change, { ...named(milestone), action: 'created' });
      return replyIn(change, milestone);
    });
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    input: ChangeMilestone,
  ): Promise<MilestoneReply> {
    return this.access.write(caller, projectId, 'milestone.change', async (change) => {
      const milestone = await find(change, id, version);
      const before = replyIn(change, milestone);
      applyToMilestone(milestone, input);
      const changes = fieldChanges(before, replyIn(change, milestone), trailFields);
      if (changes.length === 0) return before;
      milestone.version += 1;
      await this.trail.ofPart(change, { ...named(milestone), action: 'changed', changes });
      return replyIn(change, milestone);
    });
  }

  remove(caller: Caller, projectId: string, id: string, version: number): Promise<void> {
    return this.access.write(caller, projectId, 'milestone.change', async (change) => {
      const milestone = await find(change, id, version);
      change.em.remove(milestone);
      await this.trail.ofPart(change, { ...named(milestone), version: milestone.version + 1, action: 'deleted' });
    });
  }
}

const find = async (change: ProjectChange, id: string, version: number): Promise<Milestone> => {
  const milestone = await change.em.findOne(Milestone, { id, projectId: change.projectId });
  if (!milestone) throw problems.notFound('milestone');
  if (milestone.version !== version) throw problems.stale(replyIn(change, milestone));
  return milestone;
};

const newMilestone = ({ companyId, projectId }: ProjectChange, id: string): Milestone => {
  const milestone = new Milestone();
  milestone.id = id;
  milestone.portalId = v4();
  milestone.companyId = companyId;
  milestone.projectId = projectId;
  milestone.version = 1;
  return milestone;
};

const applyToMilestone = (milestone: Milestone, input: ChangeMilestone): void => {
  requireSensibleDate('targetDate', input.targetDate);
  requireSensibleDate('reachedOn', input.reachedOn);
  if (input.name !== undefined) milestone.name = input.name;
  if (input.section !== undefined) milestone.section = input.section;
  if (input.targetDate !== undefined) milestone.targetDate = input.targetDate;
  if (input.reachedOn !== undefined) milestone.reachedOn = input.reachedOn;
};

const named = (milestone: Milestone) => ({
  subject: 'milestone' as const,
  id: milestone.id,
  name: milestone.name,
  version: milestone.version,
});

const replyIn = (change: ProjectChange, milestone: Milestone): MilestoneReply =>
  milestoneReply(milestone, change.project.timeZone);

const milestoneReply = (milestone: Milestone, timeZone: string): MilestoneReply => ({
  id: milestone.id,
  projectId: milestone.projectId,
  version: milestone.version,
  name: milestone.name,
  section: milestone.section,
  targetDate: milestone.targetDate,
  reachedOn: milestone.reachedOn,
  state: milestone.stateOn(todayIn(timeZone)),
});

const later = ([targetDate, id]: z.infer<typeof cursorSchema>) => [
  { targetDate: { $gt: targetDate } },
  { targetDate, id: { $gt: id } },
];
