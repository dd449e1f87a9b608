import { inject, Injectable } from '@angular/core';
import type { z } from 'zod';
import type { noteSchema } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withItem, withoutItem } from '../../api/loaded';
import { ProjectStore } from '../project-store';

export type Note = z.infer<typeof noteSchema>;

/** Private notes of the builder side. */
@Injectable()
export class NotesStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  readonly notes = new Loaded<Note[]>(() => this.api.all<Note>(this.project.path('/notes')));

  async create(text: string, key: string): Promise<void> {
    const created = await this.api.post<Note>(this.project.path('/notes'), { text }, { key });
    this.notes.change((notes) => [created, ...notes.filter(({ id }) => id !== created.id)]);
  }

  readonly write = async (note: Note, change: { text: string }): Promise<Note> => {
    const path = this.project.path(`/notes/${note.id}`);
    const changed = await this.api.patch<Note>(path, change, { version: note.version });
    this.notes.change(withItem(changed));
    return changed;
  };

  async remove({ id, version }: Note): Promise<void> {
    await this.api.delete(this.project.path(`/notes/${id}`), { version });
    this.notes.change(withoutItem(id));
  }
}
