import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ProjectFile } from '@porchlight/contracts';
import { EditDesk } from '../../edit/edit-desk';
import { StaleNotice } from '../../edit/stale-notice';
import { sizeWords } from '../../files/file-words';
import { PictureUrls } from '../../files/picture-urls';
import { StoredPicture } from '../../files/stored-picture';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { saveBlob } from '../../leads/save-blob';
import { Confirm } from '../../sheet/confirm';
import { Sheet } from '../../sheet/sheet';
import { SheetFoot } from '../../sheet/sheet-foot';
import { Icon } from '../../shell/icon';
import { PrivateMark, SeenMark } from '../../shell/marks';
import { Toasts } from '../../shell/toasts';
import { showDayOf, showMoment } from '../../words/dates';
import { ProjectStore } from '../project-store';
import { FilesStore } from './files-store';

/** `share`: the step that shares it is to follow. */
export type FileSheetResult = 'share' | 'done';

interface FileSheetData {
  readonly id: string;
  readonly fixed: boolean;
  readonly putBack: (file: File) => Promise<unknown>;
}

/** A photo or document, large: its title, who sees it, its bytes, and the way out. */
@Component({
  selector: 'app-file-sheet',
  imports: [
    ...formParts,
    Confirm,
    FormHead,
    Icon,
    MatButton,
    PrivateMark,
    SeenMark,
    Sheet,
    SheetFoot,
    StaleNotice,
    StoredPicture,
  ],
  templateUrl: './file-sheet.html',
  styleUrl: './file-sheet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileSheet {
  protected readonly data = inject<FileSheetData>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<FileSheetResult>>(DialogRef);
  protected readonly store = inject(FilesStore);
  private readonly pictures = inject(PictureUrls);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  private readonly base = this.now();
  /** As it is now, whatever was done to it from here. */
  protected readonly file = computed(() => this.store.newest().find(({ id }) => id === this.data.id) ?? this.base);
  protected readonly picture = computed(() => {
    const { id, title, name, width, height } = this.file();
    return { url: this.store.contentOf(id), alt: title || name, width, height };
  });

  protected readonly desk = new EditDesk<ProjectFile, { readonly title: string }>(
    this.base,
    (file, { title }) => this.store.retitle(file, title),
    inject(ProjectStore).whoChanged,
  );
  private readonly model = signal({ title: this.base.title });
  protected readonly form = form(this.model, (path) => {
    maxLength(path.title, 120, { message: 'Use at most 120 characters' });
    validate(path.title, ({ value }) =>
      !value().trim() && this.file().kind === 'document' && this.file().sharedAt
        ? { kind: 'required', message: 'A shared document needs a title' }
        : null,
    );
  });
  protected readonly dirty = computed(() => this.model().title.trim() !== this.file().title);
  protected readonly failed = signal(false);
  protected readonly size = sizeWords;
  protected readonly moment = showMoment;
  protected readonly day = showDayOf;

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (await this.desk.save(this.form, { title: this.model().title.trim() })) this.dialog.close('done');
  }

  protected keepTheirs(): void {
    this.desk.keepTheirs();
    this.dialog.close('done');
  }

  protected toShare(): void {
    this.dialog.close('share');
  }

  protected async unshare(): Promise<void> {
    await this.tried(async () => {
      await this.store.unshare(this.file());
      this.dialog.close('done');
      this.toasts.say('It is private again, and gone from your customer’s page.');
    });
  }

  protected async download(): Promise<void> {
    await this.tried(async () => saveBlob(this.document, await this.bytes(), this.file().name));
  }

  /** What nobody saw can be put back; its bytes are kept until then. */
  protected async remove(): Promise<void> {
    const file = this.file();
    await this.tried(async () => {
      const bytes = file.sharedAt ? null : await this.bytes();
      await this.store.remove(file);
      this.dialog.close('done');
      if (!bytes) return this.toasts.say(`${file.title || file.name} is deleted.`);
      const again = new File([bytes], file.name, { type: file.mediaType });
      this.toasts.undoable(`Deleted ${file.title || file.name}.`, () => this.data.putBack(again));
    });
  }

  private bytes(): Promise<Blob> {
    return this.pictures.bytes(this.store.contentOf(this.data.id));
  }

  private now(): ProjectFile {
    const file = this.store.newest().find(({ id }) => id === this.data.id);
    if (!file) throw new Error('the file is not in the list any more');
    return file;
  }

  /** A stale step shows the file as it is now: it is for its person to decide again. */
  private async tried(step: () => Promise<void>): Promise<void> {
    await step().catch((error: unknown) => {
      this.toasts.fail(error);
      void this.store.files.load();
    });
  }
}
