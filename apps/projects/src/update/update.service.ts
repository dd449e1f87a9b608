import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type createUpdateSchema, idSchema, type Update as UpdateReply } from '@porchlight/contracts';
import { afterCursor, type Caller, pageOfRows, problems } from '@porchlight/platform';
import { v4 } from 'uuid';
import { z } from 'zod';
import { firstLine } from '../activity/first-line';
import { Trail } from '../activity/trail';
import { ProjectFile } from '../file/project-file.entity';
import { Sharing } from '../file/sharing';
import { newestFirst, olderThan } from '../project/newest-first';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { Update } from './update.entity';

type NewUpdate = z.infer<typeof createUpdateSchema>;
const cursorSchema = z.tuple([z.iso.datetime(), idSchema]);

@Injectable()
export class UpdateService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly trail: Trail,
    private readonly sharing: Sharing,
  ) {}

  /** Newest first. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'update.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const where = { projectId, ...(after && { $or: olderThan(after) }) };
      const found = await em.find(Update, where, { orderBy: newestFirst, limit: limit + 1 });
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.at.toISOString(), row.id]);
      const shared = await sharedOf(em, rows);
      return { items: rows.map((update) => updateReply(update, shared)), nextCursor };
    });
  }

  /** Its photo is shared with it. Asked again with the same id, gives the update as it is. */
  async create(caller: Caller, projectId: string, id: string, { text, fileId }: NewUpdate): Promise<UpdateReply> {
    if (fileId !== undefined) await this.prepare(caller, projectId, id, fileId);
    return this.access.write(caller, projectId, 'update.change', async (change) => {
      const made = await change.em.findOne(Update, { id, projectId });
      if (made) return updateReply(made, await sharedOf(change.em, [made]));
      const photo = fileId === undefined ? null : await findPhoto(change, fileId);
      const at = new Date();
      if (photo) await this.sharing.show(change, photo, at);
      const update = newUpdate(change, { id, text, photo, at });
      change.em.persist(update);
      await this.trail.ofPart(change, { ...named(update), version: update.version, action: 'created' });
      return updateReply(update, photo ? [photo] : []);
    });
  }

  /** The first half of sharing its photo, unless the update is there already. */
  private prepare(caller: Caller, projectId: string, id: string, fileId: string): Promise<void> {
    return this.access.write(caller, projectId, 'update.change', async (change) => {
      if ((await change.em.count(Update, { id, projectId })) > 0) return;
      await this.sharing.prepare(change, await findPhoto(change, fileId));
    });
  }

  remove(caller: Caller, projectId: string, id: string, version: number): Promise<void> {
    return this.access.write(
      caller,
      projectId,
      'update.change',
      async (change) => {
        const update = await change.em.findOne(Update, { id, projectId });
        if (!update) throw problems.notFound('update');
        if (update.version !== version) throw problems.stale(updateReply(update, await sharedOf(change.em, [update])));
        change.em.remove(update);
        await this.trail.ofPart(change, { ...named(update), version: update.version + 1, action: 'deleted' });
      },
      { evenArchived: true },
    );
  }
}

const findPhoto = async ({ em, projectId }: ProjectChange, id: string): Promise<ProjectFile> => {
  const where = { id, projectId, kind: 'photo' as const };
  const photo = await em.findOne(ProjectFile, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!photo) throw problems.invalid('fileId', 'is no photo of this project');
  return photo;
};

/** Those of the updates' photos that can be seen. */
const sharedOf = async (em: EntityManager, updates: readonly Update[]): Promise<readonly ProjectFile[]> => {
  const ids = updates.flatMap(({ fileId }) => fileId ?? []);
  if (ids.length === 0) return [];
  return em.find(ProjectFile, { id: { $in: ids }, projectId: { $ne: null }, sharedAt: { $ne: null } });
};

const newUpdate = (
  { companyId, projectId, person }: ProjectChange,
  { id, text, photo, at }: { id: string; text: string; photo: ProjectFile | null; at: Date },
): Update => {
  const update = new Update();
  update.id = id;
  update.portalId = v4();
  update.companyId = companyId;
  update.projectId = projectId;
  update.version = 1;
  update.text = text;
  update.fileId = photo?.id ?? null;
  update.author = person.name;
  update.at = at;
  return update;
};

const named = (update: Update) => ({ subject: 'update' as const, id: update.id, name: firstLine(update.text) });

const updateReply = (update: Update, shared: readonly ProjectFile[]): UpdateReply => ({
  id: update.id,
  projectId: update.projectId,
  version: update.version,
  text: update.text,
  fileId: shared.find(({ id }) => id === update.fileId)?.id ?? null,
  author: update.author,
  at: update.at.toISOString(),
});
