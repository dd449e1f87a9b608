import { Injectable } from '@nestjs/common';
import { idSchema, type Update as UpdateReply } from '@porchlight/contracts';
import { afterCursor, type Caller, pageOfRows, problems } from '@porchlight/platform';
import { v4 } from 'uuid';
import { z } from 'zod';
import { firstLine } from '../activity/first-line';
import { Trail } from '../activity/trail';
import { newestFirst, olderThan } from '../project/newest-first';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { Update } from './update.entity';

const cursorSchema = z.tuple([z.iso.datetime(), idSchema]);

@Injectable()
export class UpdateService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly trail: Trail,
  ) {}

  /** Newest first. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'update.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const where = { projectId, ...(after && { $or: olderThan(after) }) };
      const found = await em.find(Update, where, { orderBy: newestFirst, limit: limit + 1 });
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.at.toISOString(), row.id]);
      return { items: rows.map(updateReply), nextCursor };
    });
  }

  /** Asked again with the same id, gives the update as it is. */
  create(caller: Caller, projectId: string, id: string, text: string): Promise<UpdateReply> {
    return this.access.write(caller, projectId, 'update.change', async (change) => {
      const made = await change.em.findOne(Update, { id, projectId });
      if (made) return updateReply(made);
      const update = newUpdate(change, id, text);
      change.em.persist(update);
      await this.trail.ofPart(change, { ...named(update), version: update.version, action: 'created' });
      return updateReply(update);
    });
  }

  remove(caller: Caller, projectId: string, id: string, version: number): Promise<void> {
    return this.access.write(caller, projectId, 'update.change', async (change) => {
      const update = await change.em.findOne(Update, { id, projectId });
      if (!update) throw problems.notFound('update');
      if (update.version !== version) throw problems.stale(updateReply(update));
      change.em.remove(update);
      await this.trail.ofPart(change, { ...named(update), version: update.version + 1, action: 'deleted' });
    });
  }
}

const newUpdate = ({ companyId, projectId, person }: ProjectChange, id: string, text: string): Update => {
  const update = new Update();
  update.id = id;
  update.portalId = v4();
  update.companyId = companyId;
  update.projectId = projectId;
  update.version = 1;
  update.text = text;
  update.author = person.name;
  update.at = new Date();
  return update;
};

const named = (update: Update) => ({ subject: 'update' as const, id: update.id, name: firstLine(update.text) });

const updateReply = (update: Update): UpdateReply => ({
  id: update.id,
  projectId: update.projectId,
  version: update.version,
  text: update.text,
  fileId: null,
  author: update.author,
  at: update.at.toISOString(),
});
