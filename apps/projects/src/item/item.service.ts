import { Injectable } from '@nestjs/common';
import { idSchema, type ChangeItem, type CreateItem, type Item as ItemReply } from '@porchlight/contracts';
import { afterCursor, type Caller, fieldChanges, pageOfRows, problems, todayIn } from '@porchlight/platform';
import { v4 } from 'uuid';
import { z } from 'zod';
import { Trail } from '../activity/trail';
import { requireSensibleDate } from '../business-days/dates';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { Project } from '../project/project.entity';
import type { Task } from '../task/task.entity';
import { TaskService } from '../task/task.service';
import { Item } from './item.entity';

const cursorSchema = z.tuple([idSchema]);
const trailFields = ['title', 'detail', 'kind', 'section', 'dueDate', 'status'] as const;

@Injectable()
export class ItemService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly tasks: TaskService,
    private readonly trail: Trail,
  ) {}

  /** In the order they were made. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'item.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const where = { projectId, ...(after && { id: { $gt: after[0] } }) };
      const found = await em.find(Item, where, { orderBy: { id: 'asc' }, limit: limit + 1 });
      const { timeZone } = await em.findOneOrFail(Project, projectId);
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.id]);
      return { items: rows.map((row) => itemReply(row, timeZone)), nextCursor };
    });
  }

  /**
   * Creates an item, or turns a task into one: the task goes, out of the progress too, and what was not given is taken
   * from it. Asked again with the same id, gives the item as it is.
   */
  create(caller: Caller, projectId: string, id: string, input: CreateItem): Promise<ItemReply> {
    return this.access.write(caller, projectId, 'item.change', async (change) => {
      const made = await change.em.findOne(Item, { id, projectId });
      if (made) return replyIn(change, made);
      const item = newItem(change, id);
      if (input.fromTaskId !== undefined) takeOver(item, await this.tasks.removeWithin(change, input.fromTaskId));
      applyToItem(item, input);
      change.em.persist(item);
      await this.trail.ofPart(change, { ...named(item), action: 'created' });
      return replyIn(change, item);
    });
  }

  change(caller: Caller, projectId: string, id: string, version: number, input: ChangeItem): Promise<ItemReply> {
    return this.access.write(caller, projectId, 'item.change', async (change) => {
      const item = await find(change, id, version);
      const before = replyIn(change, item);
      applyToItem(item, input);
      const changes = fieldChanges(before, replyIn(change, item), trailFields);
      if (changes.length === 0) return before;
      item.version += 1;
      await this.trail.ofPart(change, { ...named(item), action: 'changed', changes });
      return replyIn(change, item);
    });
  }

  remove(caller: Caller, projectId: string, id: string, version: number): Promise<void> {
    return this.access.write(caller, projectId, 'item.change', async (change) => {
      const item = await find(change, id, version);
      change.em.remove(item);
      await this.trail.ofPart(change, { ...named(item), version: item.version + 1, action: 'deleted' });
    });
  }
}

const find = async (change: ProjectChange, id: string, version: number): Promise<Item> => {
  const item = await change.em.findOne(Item, { id, projectId: change.projectId });
  if (!item) throw problems.notFound('item');
  if (item.version !== version) throw problems.stale(replyIn(change, item));
  return item;
};

const newItem = ({ companyId, projectId }: ProjectChange, id: string): Item => {
  const item = new Item();
  item.id = id;
  item.portalId = v4();
  item.companyId = companyId;
  item.projectId = projectId;
  item.version = 1;
  item.detail = null;
  item.dueDate = null;
  item.status = 'waiting';
  return item;
};

const takeOver = (item: Item, task: Task): void => {
  item.title = task.name;
  item.section = task.section;
  item.dueDate = task.end;
};

const applyToItem = (item: Item, input: ChangeItem): void => {
  requireSensibleDate('dueDate', input.dueDate);
  if (input.title !== undefined) item.title = input.title;
  // What holds nothing says nothing: an emptied text is no text.
  if (input.detail !== undefined) item.detail = input.detail === '' ? null : input.detail;
  if (input.kind !== undefined) item.kind = input.kind;
  if (input.section !== undefined) item.section = input.section;
  if (input.dueDate !== undefined) item.dueDate = input.dueDate;
  if (input.status !== undefined) item.status = input.status;
};

const named = (item: Item) => ({ subject: 'item' as const, id: item.id, name: item.title, version: item.version });

const replyIn = (change: ProjectChange, item: Item): ItemReply => itemReply(item, change.project.timeZone);

const itemReply = (item: Item, timeZone: string): ItemReply => ({
  id: item.id,
  projectId: item.projectId,
  version: item.version,
  title: item.title,
  detail: item.detail,
  kind: item.kind,
  section: item.section,
  dueDate: item.dueDate,
  status: item.status,
  late: item.isLateOn(todayIn(timeZone)),
});
