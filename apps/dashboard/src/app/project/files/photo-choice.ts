import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { ProjectFile } from '@porchlight/contracts';
import { ChooseFiles } from '../../files/choose-files';
import { DropsFiles } from '../../files/drops-files';
import { faultOfPhoto, photoTypes, whyRefused } from '../../files/file-words';
import { StoredPicture } from '../../files/stored-picture';
import { UploadRows } from '../../files/upload-rows';
import { Uploads } from '../../files/uploads';
import { Sheet } from '../../sheet/sheet';
import { PrivateMark, SeenMark } from '../../shell/marks';
import { Trouble } from '../../shell/trouble';
import { FilesStore } from './files-store';

/** One photo of the project, or a new one: closes with it. Nothing is shared by choosing. */
@Component({
  selector: 'app-photo-choice',
  imports: [ChooseFiles, DropsFiles, PrivateMark, SeenMark, Sheet, StoredPicture, Trouble, UploadRows],
  template: `
    <app-sheet heading="Choose a photo">
      <div class="stack" [closed]="uploads.busy()" (appDropsFiles)="add($event)">
        <p class="muted">It is shared together with the update: anyone with a link sees it then.</p>
        <app-choose-files word="Add a photo" [accepted]="accepted" [busy]="uploads.busy()" (chosen)="add($event)" />
        <app-upload-rows [uploads]="uploads" />
        @if (store.files.value()) {
          <ul>
            @for (photo of store.photos(); track photo.id) {
              <li>
                <button
                  type="button"
                  [attr.aria-label]="'Choose ' + (photo.title || photo.name)"
                  (click)="dialog.close(photo)"
                >
                  <app-stored-picture class="filling" [picture]="{ url: store.contentOf(photo.id), alt: '' }" />
                </button>
                @if (photo.sharedAt) {
                  <app-seen-mark text="Shared" />
                } @else {
                  <app-private-mark text="Private" />
                }
              </li>
            } @empty {
              <li class="none muted">No photos in this project yet.</li>
            }
          </ul>
        } @else if (store.files.error(); as error) {
          <app-trouble [error]="error" (again)="store.files.load()" />
        } @else {
          <div class="ghost" aria-hidden="true"></div>
        }
      </div>
    </app-sheet>
  `,
  styles: `
    .stack {
      border-radius: var(--radius);
    }
    .stack.over {
      outline: 2px dashed var(--accent);
      outline-offset: 8px;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
      gap: var(--space-3);
    }
    .none {
      grid-column: 1 / -1;
    }
    button {
      display: block;
      width: 100%;
      aspect-ratio: 1;
      padding: 0;
      border: 0;
      border-radius: var(--radius);
      background: var(--sunken);
      overflow: clip;
      cursor: pointer;
    }
    app-stored-picture {
      width: 100%;
      height: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoChoice {
  protected readonly dialog = inject<DialogRef<ProjectFile>>(DialogRef);
  protected readonly store = inject(FilesStore);
  protected readonly accepted = photoTypes;
  protected readonly uploads = new Uploads({
    fault: faultOfPhoto,
    send: async (file, sent, key) => this.dialog.close(await this.store.add(file, sent, key)),
    why: whyRefused,
  });

  constructor() {
    void this.store.files.load();
  }

  protected add(files: readonly File[]): void {
    void this.uploads.add(files.slice(0, 1));
  }
}
