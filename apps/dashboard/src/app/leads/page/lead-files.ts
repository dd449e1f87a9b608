import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import type { Lead, LeadFile } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withoutItem } from '../../api/loaded';
import { PictureUrls } from '../../brand/picture-urls';
import { Icon } from '../../shell/icon';
import { PrivateMark } from '../../shell/marks';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { saveBlob } from '../save-blob';
import { faultOfFile, fileTypes, sizeWords, whyRefused } from './file-words';

/** Plans, photos and letters of a lead: added by button or drop, kept private, put back when removed by mistake. */
@Component({
  selector: 'app-lead-files',
  imports: [Icon, MatButton, MatIconButton, PrivateMark, Trouble],
  providers: [PictureUrls],
  templateUrl: './lead-files.html',
  styleUrl: './lead-files.scss',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadFiles {
  readonly lead = input.required<Lead>();
  /** Counts up whenever something may have happened. */
  readonly news = input(0);
  readonly fixed = input(false);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = viewChild<ElementRef<HTMLInputElement>>('files');
  protected readonly pictures = inject(PictureUrls);
  protected readonly stored = new Loaded<LeadFile[]>(() => this.api.all<LeadFile>(this.path()));
  protected readonly over = signal(false);
  /** What is being sent, 0 to 1. */
  protected readonly sending = signal<{ readonly name: string; readonly share: number } | null>(null);
  protected readonly troubles = signal<readonly string[]>([]);
  protected readonly moment = showMoment;
  protected readonly size = sizeWords;
  protected readonly accepted = fileTypes.join(',');

  constructor() {
    effect(() => {
      this.news();
      untracked(() => void this.stored.load());
    });
  }

  protected urlOf({ id }: LeadFile): string {
    return this.path(`/${id}`);
  }

  protected choose(): void {
    this.chosen()?.nativeElement.click();
  }

  protected drag(event: DragEvent): void {
    if (this.fixed() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    this.over.set(false);
    if (this.fixed() || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    void this.add(event.dataTransfer.files);
  }

  /** One after the other; one that is not taken keeps no other back. */
  protected async add(list: FileList | null): Promise<void> {
    if (this.sending()) return;
    const files = [...(list ?? [])];
    this.troubles.set([]);
    for (const file of files) {
      const fault = faultOfFile(file) ?? (await this.send(file, file.name));
      if (fault) this.troubles.update((sentences) => [...sentences, fault]);
    }
  }

  protected async download(file: LeadFile): Promise<void> {
    try {
      saveBlob(this.document, await this.pictures.bytes(this.urlOf(file)), file.name);
    } catch (error) {
      this.toasts.fail(error);
    }
  }

  /** Its bytes are kept until nobody can want them back any more. */
  protected async remove(file: LeadFile): Promise<void> {
    try {
      const bytes = await this.pictures.bytes(this.urlOf(file));
      await this.api.delete(this.urlOf(file));
      this.stored.change(withoutItem(file.id));
      const again = new Blob([bytes], { type: file.mediaType });
      this.toasts.undoable(`Removed ${file.name}.`, async () => {
        const fault = await this.send(again, file.name);
        if (fault) this.troubles.set([fault]);
      });
    } catch (error) {
      this.toasts.fail(error);
      void this.stored.load();
    }
  }

  /** A sentence when it was not taken. */
  private async send(file: Blob, name: string): Promise<string | null> {
    const at = (share: number) => this.sending.set({ name, share });
    at(0);
    try {
      const query = new URLSearchParams({ name: name.slice(0, 200) }).toString();
      const added = await this.api.upload<LeadFile>(`${this.path()}?${query}`, file, {
        sent: at,
        key: crypto.randomUUID(),
      });
      this.stored.change((files) => [added, ...files.filter(({ id }) => id !== added.id)]);
      return null;
    } catch (error) {
      return whyRefused(error, name);
    } finally {
      this.sending.set(null);
    }
  }

  private path(rest = ''): string {
    return `/api/leads/${this.lead().id}/files${rest}`;
  }
}
