import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  type ElementRef,
  inject,
  Injector,
  viewChild,
} from '@angular/core';
import type { ProjectFile } from '@porchlight/contracts';
import { onReturn } from '../../api/loaded';
import { ChooseFiles } from '../../files/choose-files';
import { DropsFiles } from '../../files/drops-files';
import { faultOfFile, fileTypes, whyRefused } from '../../files/file-words';
import { PictureUrls } from '../../files/picture-urls';
import { stayNear } from '../../files/stay-near';
import { UploadRows } from '../../files/upload-rows';
import { Uploads } from '../../files/uploads';
import { Sheets } from '../../sheet/sheets';
import { PrivateMark } from '../../shell/marks';
import { Trouble } from '../../shell/trouble';
import { ProjectStore } from '../project-store';
import { DocumentRow } from './document-row';
import { type FileSheetResult } from './file-sheet';
import { FilesStore } from './files-store';
import { PhotoCard } from './photo-card';
import { sharedSentence } from './shared-words';

/** Photos in a grid, documents in a list: private, until shared one by one. */
@Component({
  selector: 'app-files',
  imports: [ChooseFiles, DocumentRow, DropsFiles, PhotoCard, PrivateMark, Trouble, UploadRows],
  providers: [PictureUrls],
  templateUrl: './files.html',
  styleUrl: './files.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilesTab {
  protected readonly store = inject(FilesStore);
  private readonly project = inject(ProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly stayNear = stayNear();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly uploads = new Uploads({
    fault: faultOfFile,
    send: (file, sent, key) => this.store.add(file, sent, key),
    why: whyRefused,
  });
  protected readonly accepted = fileTypes;
  protected readonly fixed = computed(() => this.project.project()?.status === 'archived');
  protected readonly whatIsShared = computed(() => sharedSentence(this.store.newest()));

  constructor() {
    void this.store.files.load();
    onReturn(() => void this.store.files.load());
  }

  protected add(files: readonly File[]): void {
    void this.uploads.add(files);
  }

  protected async open({ id }: ProjectFile): Promise<void> {
    const { FileSheet } = await import('./file-sheet');
    const result = await this.sheets.open<FileSheetResult>(
      FileSheet,
      { id, fixed: this.fixed(), putBack: (file: File) => this.uploads.add([file]) },
      this.injector,
    );
    if (result === 'share') await this.share({ id });
    else this.stayAt(id);
  }

  protected async share({ id }: Pick<ProjectFile, 'id'>): Promise<void> {
    const { ShareFileSheet } = await import('./share-file-sheet');
    await this.sheets.open(ShareFileSheet, { id }, this.injector);
    this.stayAt(id);
  }

  /** Where the button that led away is gone, the keyboard goes on at its file, or at the top where that is gone as well. */
  private stayAt(id: string): void {
    this.stayNear(
      () => this.document.getElementById(id)?.querySelector<HTMLElement>('button') ?? this.heading().nativeElement,
    );
  }
}
