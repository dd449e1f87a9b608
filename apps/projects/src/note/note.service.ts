import { Injectable } from '@nestjs/common';
import { idSchema, type Note as NoteReply } from '@porchlight/contracts';
import { afterCursor, type Caller, fieldChanges, pageOfRows, problems } from '@porchlight/platform';
import { z } from 'zod';
import { firstLine } from '../activity/first-line';
import { Trail } from '../activity/trail';
import { newestFirst, olderThan } from '../project/newest-first';
import { ProjectAccess, type ProjectChange } from '../project/project-access';
import { Note } from './note.entity';

const cursorSchema = z.tuple([z.iso.datetime(), idSchema]);

@Injectable()
export class NoteService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly trail: Trail,
  ) {}

  /** Newest first. */
  list(caller: Caller, projectId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
    return this.access.read(caller, projectId, 'note.read', async ({ em }) => {
      const after = afterCursor(cursorSchema, cursor);
      const where = { projectId, ...(after && { $or: olderThan(after) }) };
      const found = await em.find(Note, where, { orderBy: newestFirst, limit: limit + 1 });
      const { rows, nextCursor } = pageOfRows(found, limit, (row) => [row.at.toISOString(), row.id]);
      return { items: rows.map(noteReply), nextCursor };
    });
  }

  /** Asked again with the same id, gives the note as it is. */
  create(caller: Caller, projectId: string, id: string, text: string): Promise<NoteReply> {
    return this.access.write(caller, projectId, 'note.change', async (change) => {
      const made = await change.em.findOne(Note, { id, projectId });
      if (made) return noteReply(made);
      const note = newNote(change, id, text);
      change.em.persist(note);
      await this.trail.ofPart(change, { ...named(note), action: 'created' });
      return noteReply(note);
    });
  }

  change(caller: Caller, projectId: string, id: string, version: number, text: string): Promise<NoteReply> {
    return this.access.write(caller, projectId, 'note.change', async (change) => {
      const note = await find(change, id, version);
      const before = noteReply(note);
      note.text = text;
      const changes = fieldChanges(before, noteReply(note), ['text']);
      if (changes.length === 0) return before;
      note.version += 1;
      await this.trail.ofPart(change, { ...named(note), action: 'changed', changes });
      return noteReply(note);
    });
  }

  remove(caller: Caller, projectId: string, id: string, version: number): Promise<void> {
    return this.access.write(caller, projectId, 'note.change', async (change) => {
      const note = await find(change, id, version);
      change.em.remove(note);
      await this.trail.ofPart(change, { ...named(note), version: note.version + 1, action: 'deleted' });
    });
  }
}

const find = async (change: ProjectChange, id: string, version: number): Promise<Note> => {
  const note = await change.em.findOne(Note, { id, projectId: change.projectId });
  if (!note) throw problems.notFound('note');
  if (note.version !== version) throw problems.stale(noteReply(note));
  return note;
};

const newNote = ({ companyId, projectId, person }: ProjectChange, id: string, text: string): Note => {
  const note = new Note();
  note.id = id;
  note.companyId = companyId;
  note.projectId = projectId;
  note.version = 1;
  note.text = text;
  note.author = person.name;
  note.at = new Date();
  return note;
};

const named = (note: Note) => ({
  subject: 'note' as const,
  id: note.id,
  name: firstLine(note.text),
  version: note.version,
});

const noteReply = (note: Note): NoteReply => ({
  id: note.id,
  projectId: note.projectId,
  version: note.version,
  text: note.text,
  author: note.author,
  at: note.at.toISOString(),
});
