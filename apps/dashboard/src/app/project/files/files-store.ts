import { computed, inject, Injectable } from '@angular/core';
import type { ProjectFile } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withoutItem } from '../../api/loaded';
import { Refusal } from '../../api/refusal';
import { ConfirmationStore } from '../confirmation/confirmation-store';
import { ProjectStore } from '../project-store';

/** The photos and documents of a project. Each is private until it is shared by itself. */
@Injectable()
export class FilesStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  private readonly confirmation = inject(ConfirmationStore);

  readonly files = new Loaded<ProjectFile[]>(() => this.api.all<ProjectFile>(this.path()));
  readonly newest = computed(() =>
    [...(this.files.value() ?? [])].sort((a, b) => b.addedAt.localeCompare(a.addedAt) || b.id.localeCompare(a.id)),
  );
  readonly photos = computed(() => this.newest().filter(({ kind }) => kind === 'photo'));
  readonly documents = computed(() => this.newest().filter(({ kind }) => kind === 'document'));
  readonly shared = computed(() => this.newest().filter(({ sharedAt }) => sharedAt !== null));

  /** Where its bytes are, for those who may see them. */
  contentOf(id: string): string {
    return this.path(`/${id}/content`);
  }

  async add(file: File, sent: (share: number) => void, key: string): Promise<ProjectFile> {
    const query = new URLSearchParams({ name: file.name.slice(0, 200) }).toString();
    const added = await this.api.upload<ProjectFile>(`${this.path()}?${query}`, file, { sent, key });
    if (this.files.value() === null) void this.files.load();
    return this.keep(added);
  }

  readonly retitle = async ({ id, version, sharedAt }: ProjectFile, title: string): Promise<ProjectFile> => {
    const changed = await this.learning(this.api.patch<ProjectFile>(this.path(`/${id}`), { title }, { version }));
    if (sharedAt) this.confirmation.renew();
    return changed;
  };

  /** Anyone with a link sees it from here on. */
  async share({ id, version }: ProjectFile): Promise<ProjectFile> {
    const shared = await this.learning(this.api.post<ProjectFile>(this.path(`/${id}/share`), {}, { version }));
    this.confirmation.renew();
    return shared;
  }

  async unshare({ id, version }: ProjectFile): Promise<ProjectFile> {
    const hidden = await this.learning(this.api.delete<ProjectFile>(this.path(`/${id}/share`), { version }));
    this.confirmation.renew();
    return hidden;
  }

  async remove({ id, version, sharedAt }: ProjectFile): Promise<void> {
    await this.learning(this.api.delete<ProjectFile | null>(this.path(`/${id}`), { version }));
    this.files.change(withoutItem(id));
    if (sharedAt) this.confirmation.renew();
  }

  /** Puts the newest answer in its place; a stale write shows how the file is now. */
  private async learning<T extends ProjectFile | null>(answer: Promise<T>): Promise<T> {
    try {
      const file = await answer;
      if (file) this.keep(file);
      return file;
    } catch (error) {
      if (error instanceof Refusal && isFile(error.current)) this.keep(error.current);
      throw error;
    }
  }

  private keep(file: ProjectFile): ProjectFile {
    this.files.change((files) => [file, ...files.filter(({ id }) => id !== file.id)]);
    return file;
  }

  private path(rest = ''): string {
    return this.project.path(`/files${rest}`);
  }
}

const isFile = (value: unknown): value is ProjectFile =>
  typeof value === 'object' && value !== null && 'sharedAt' in value && 'id' in value;
