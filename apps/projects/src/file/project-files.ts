import { Injectable } from '@nestjs/common';
import { idSchema, type ProjectFile as ProjectFileReply } from '@porchlight/contracts';
import { Uploads } from '@porchlight/media';
import { afterCursor, type Caller, fieldChanges, pageOfRows, problems, type RawBody } from '@porchlight/platform';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { Trail } from '../activity/trail';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { FileMaker } from './file-maker';
import { FileSpace } from './file-space';
import { findFile } from './find-file';
import { NotedFiles } from './noted-files';
import { PrivateFiles } from './private-files';
import { ProjectFile } from './project-file.entity';
import { named, projectFileReply } from './project-file.mapper';
import { requireTitle, Sharing } from './sharing';

const cursorSchema = z.tuple([z.iso.datetime(), idSchema]);

/** The photos and documents of projects. */
@Injectable()
export class ProjectFiles {
  constructor(
    private readonly access: ProjectAccess,
    private readonly trail: Trail,
    private readonly uploads: Uploads,
    private readonly space: FileSpace,
    private readonly maker: FileMaker,
    private readonly noted: NotedFiles,
    private readonly files: PrivateFiles,
    private readonly sharing: Sharing,
  ) {}

  /** Newest first. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'file.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const older = after && [
        { addedAt: { $lt: new Date(after[0]) } },
        { addedAt: new Date(after[0]), id: { $lt: after[1] } },
      ];
      const found = await em.find(
        ProjectFile,
        { projectId, ...(older && { $or: older }) },
        { orderBy: { addedAt: 'desc', id: 'desc' }, limit: limit + 1 },
      );
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.addedAt.toISOString(), row.id]);
      return { items: rows.map((file) => projectFileReply(file, projectId)), nextCursor };
    });
  }

  /** The id decides: a repeated upload answers what the first one made. */
  async add(caller: Caller, projectId: string, id: string, name: string, body: RawBody): Promise<ProjectFileReply> {
    const admitted = await this.access.write(caller, projectId, 'file.change', async (change) => ({
      companyId: change.companyId,
      known: await this.knownOrRoom(change, id),
    }));
    if (admitted.known) return admitted.known;
    const { companyId } = admitted;
    return this.uploads.receive(companyId, body, async (bytes) => {
      const { large, small, ...about } = await this.maker.make(name, body.type, bytes);
      const noted = { ...about, size: large.length, smallSize: small?.length ?? 0 };
      await this.noted.note(companyId, id, noted);
      return this.access.write(caller, projectId, 'file.change', async (change) => {
        const known = await this.knownOrRoom(change, id, noted.size + noted.smallSize);
        if (known) return known;
        const file = await change.em.findOneOrFail(ProjectFile, { id, companyId });
        // While the project is held: another upload under the same id finds this one, and leaves its bytes alone.
        await this.files.put(id, large);
        if (small) await this.files.put(file.smallId, small);
        Object.assign(file, { ...noted, projectId, addedBy: change.person.name, addedAt: new Date() });
        await this.trail.ofPart(change, { ...named(file), action: 'created' });
        return projectFileReply(file, projectId);
      });
    });
  }

  retitle(caller: Caller, projectId: string, id: string, version: number, title: string): Promise<ProjectFileReply> {
    return this.access.write(caller, projectId, 'file.change', async (change) => {
      const file = await findFile(change, id, version);
      const before = projectFileReply(file, projectId);
      file.title = title;
      if (file.isShared) requireTitle(file);
      const changes = fieldChanges(before, projectFileReply(file, projectId), ['title']);
      if (changes.length === 0) return before;
      file.version += 1;
      await this.trail.ofPart(change, { ...named(file), action: 'changed', changes });
      return projectFileReply(file, projectId);
    });
  }

  /** From the portal as well, where it was shared. */
  remove(caller: Caller, projectId: string, id: string, version: number): Promise<void> {
    return this.access.write(
      caller,
      projectId,
      'file.change',
      async (change) => {
        const file = await findFile(change, id, version);
        this.sharing.takeBack(change, file);
        file.projectId = null;
        this.noted.dropAfter(change.em, file);
        await this.trail.ofPart(change, { ...named(file), version: file.version + 1, action: 'deleted' });
      },
      { evenArchived: true },
    );
  }

  /** The bytes of a file and what they are; a document has one size. */
  async read(
    caller: Caller,
    projectId: string,
    id: string,
    wanted: 'small' | 'large',
  ): Promise<{ file: ProjectFileReply; size: number; bytes: Readable }> {
    const { file, at } = await this.access.read(caller, projectId, 'file.read', async ({ em }) => {
      const found = await em.findOne(ProjectFile, { id, projectId });
      if (!found) throw problems.notFound('file');
      const isSmall = wanted === 'small' && found.kind === 'photo';
      return { file: projectFileReply(found, projectId), at: isSmall ? found.smallId : found.id };
    });
    const stored = await this.files.stream(at);
    if (!stored) throw problems.notFound('file');
    return { file, ...stored };
  }

  /** The file, where it is there already; otherwise makes sure that there is room for it, of so many bytes if known. */
  private async knownOrRoom(change: ProjectChange, id: string, size?: number): Promise<ProjectFileReply | null> {
    const { em, projectId } = change;
    const known = await em.findOne(ProjectFile, { id, projectId });
    if (known) return projectFileReply(known, projectId);
    await this.space.requireRoom(change, size);
    return null;
  }
}
