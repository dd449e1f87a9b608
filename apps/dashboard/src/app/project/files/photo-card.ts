import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { ProjectFile } from '@porchlight/contracts';
import { StoredPicture } from '../../files/stored-picture';
import { FileState } from './file-state';
import { FilesStore } from './files-store';

/** A photo of the project, small, with its words under it. */
@Component({
  selector: 'app-photo-card',
  imports: [FileState, StoredPicture],
  template: `
    <button type="button" class="open" [attr.aria-label]="'Open ' + name()" (click)="opened.emit()">
      <app-stored-picture class="filling" [picture]="picture()" />
    </button>
    <div class="under">
      <p class="title" [class.muted]="!file().title" [title]="file().name">{{ name() }}</p>
      <app-file-state [file]="file()" [fixed]="fixed()" (share)="share.emit()" />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .open {
      display: block;
      width: 100%;
      aspect-ratio: 4 / 3;
      padding: 0;
      border: 0;
      background: var(--sunken);
      cursor: pointer;
    }
    .open:focus-visible {
      outline-offset: -3px;
    }
    app-stored-picture {
      width: 100%;
      height: 100%;
      overflow: clip;
    }
    .under {
      padding: var(--space-2) var(--space-3) 4px;
    }
    .title {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: 550;
    }
    .title.muted {
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhotoCard {
  readonly file = input.required<ProjectFile>();
  readonly fixed = input(false);
  readonly opened = output();
  readonly share = output();
  private readonly store = inject(FilesStore);
  protected readonly name = computed(() => this.file().title || this.file().name);
  protected readonly picture = computed(() => {
    const { id, width, height } = this.file();
    return { url: this.store.contentOf(id), alt: '', width, height };
  });
}
