import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { Lead, LeadFile } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withoutItem } from '../../api/loaded';
import { ChooseFiles } from '../../files/choose-files';
import { DropsFiles } from '../../files/drops-files';
import { faultOfFile, fileTypes, sizeWords, whyRefused } from '../../files/file-words';
import { PictureUrls } from '../../files/picture-urls';
import { saveBlob } from '../save-blob';
import { stayNear } from '../../files/stay-near';
import { StoredPicture } from '../../files/stored-picture';
import { UploadRows } from '../../files/upload-rows';
import { Uploads } from '../../files/uploads';
import { Icon } from '../../shell/icon';
import { PrivateMark } from '../../shell/marks';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';

/** Plans, photos and letters of a lead: added by button or drop, kept private, put back when removed by mistake. */
@Component({
  selector: 'app-lead-files',
  imports: [ChooseFiles, DropsFiles, Icon, MatIconButton, PrivateMark, StoredPicture, Trouble, UploadRows],
  providers: [PictureUrls],
  templateUrl: './lead-files.html',
  styleUrl: './lead-files.scss',
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
  private readonly pictures = inject(PictureUrls);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly stayNear = stayNear();
  protected readonly stored = new Loaded<LeadFile[]>(() => this.api.all<LeadFile>(this.path()));
  protected readonly uploads = new Uploads({
    fault: faultOfFile,
    send: (file, sent, key) => this.send(file, sent, key),
    why: whyRefused,
  });
  protected readonly moment = showMoment;
  protected readonly size = sizeWords;
  protected readonly accepted = fileTypes;

  constructor() {
    effect(() => {
      this.news();
      untracked(() => void this.stored.load());
    });
  }

  protected urlOf({ id }: LeadFile): string {
    return this.path(`/${id}`);
  }

  protected add(files: readonly File[]): void {
    void this.uploads.add(files);
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
      const place = this.stored.value()?.findIndex(({ id }) => id === file.id) ?? 0;
      this.stored.change(withoutItem(file.id));
      this.stayNear(() => this.nameAt(place) ?? this.nameAt(place - 1) ?? this.heading().nativeElement);
      const again = new File([bytes], file.name, { type: file.mediaType });
      this.toasts.undoable(`Removed ${file.name}.`, () => this.uploads.add([again]));
    } catch (error) {
      this.toasts.fail(error);
      void this.stored.load();
    }
  }

  private async send(file: File, sent: (share: number) => void, key: string): Promise<void> {
    const query = new URLSearchParams({ name: file.name.slice(0, 200) }).toString();
    const added = await this.api.upload<LeadFile>(`${this.path()}?${query}`, file, { sent, key });
    this.stored.change((files) => [added, ...files.filter(({ id }) => id !== added.id)]);
  }

  private nameAt(place: number): HTMLElement | null | undefined {
    return this.list()?.nativeElement.children[place]?.querySelector<HTMLElement>('.name');
  }

  private path(rest = ''): string {
    return `/api/leads/${this.lead().id}/files${rest}`;
  }
}
