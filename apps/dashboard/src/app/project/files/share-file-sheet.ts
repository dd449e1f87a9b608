import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, maxLength, validate } from '@angular/forms/signals';
import type { ProjectFile } from '@porchlight/contracts';
import { StaleNotice } from '../../edit/stale-notice';
import { VersionedEdit } from '../../edit/versioned-edit';
import { StoredPicture } from '../../files/stored-picture';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Sheet } from '../../sheet/sheet';
import { SheetFoot } from '../../sheet/sheet-foot';
import { Icon } from '../../shell/icon';
import { SeenMark } from '../../shell/marks';
import { ProjectStore } from '../project-store';
import { FilesStore } from './files-store';

/** The step before a file is seen by others: what they will see, the title they will read, and who they are. */
@Component({
  selector: 'app-share-file-sheet',
  imports: [...formParts, FormHead, Icon, SeenMark, Sheet, SheetFoot, StaleNotice, StoredPicture],
  templateUrl: './share-file-sheet.html',
  styleUrl: './file-sheet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShareFileSheet {
  private readonly dialog = inject<DialogRef<'shared'>>(DialogRef);
  private readonly store = inject(FilesStore);
  protected readonly file = this.now(inject<{ readonly id: string }>(DIALOG_DATA).id);
  protected readonly isPhoto = this.file.kind === 'photo';
  protected readonly picture = {
    url: this.store.contentOf(this.file.id),
    alt: this.file.name,
    width: this.file.width,
    height: this.file.height,
  };
  protected readonly saving = new Saving();
  protected readonly edit = new VersionedEdit<ProjectFile, { readonly title: string }>(async (file, { title }) => {
    const titled = file.title === title ? file : await this.store.retitle(file, title);
    return titled.sharedAt ? titled : this.store.share(titled);
  }, inject(ProjectStore).whoChanged);
  /** Never begun with the file's own name: that may say what only the staff should read. */
  private readonly model = signal({ title: this.file.title });
  protected readonly form = form(this.model, (path) => {
    maxLength(path.title, 120, { message: 'Use at most 120 characters' });
    validate(path.title, ({ value }) =>
      this.isPhoto || value().trim() ? null : { kind: 'required', message: 'Say what this document is' },
    );
  });

  protected async share(event?: Event): Promise<void> {
    event?.preventDefault();
    const title = this.model().title.trim();
    await this.saving.run(this.form, async () => {
      const over = this.edit.stale()?.current ?? this.now(this.file.id);
      if (await this.edit.save(over, { title })) this.dialog.close('shared');
    });
  }

  protected keepTheirs(): void {
    this.edit.keepTheirs();
    this.dialog.close();
  }

  /** The title may have been saved by the try before, when the sharing itself did not come through. */
  private now(id: string): ProjectFile {
    const file = this.store.newest().find((known) => known.id === id);
    if (!file) throw new Error('the file is not in the list any more');
    return file;
  }
}
