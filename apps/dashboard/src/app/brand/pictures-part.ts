import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Picture } from '@porchlight/contracts';
import { MatIconButton } from '@angular/material/button';
import { Icon } from '../shell/icon';
import { Toasts } from '../shell/toasts';
import { BrandStore } from './brand-store';
import { PictureDrop } from './picture-drop';
import { StoredPicture } from '../files/stored-picture';
import { UploadRows } from '../files/upload-rows';
import { Uploads } from '../files/uploads';
import { faultOfFile, whyRefused } from './picture-refusals';

/** As many as a brand has at most (`maxPictures` of the contracts). */
export const mostPictures = 6;

/** Work to be proud of, shown beside the contact in every portal. */
@Component({
  selector: 'app-pictures-part',
  imports: [Icon, MatIconButton, PictureDrop, StoredPicture, UploadRows],
  templateUrl: './pictures-part.html',
  styleUrl: './pictures-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PicturesPart {
  protected readonly store = inject(BrandStore);
  private readonly toasts = inject(Toasts);
  protected readonly uploads = new Uploads({
    fault: faultOfFile,
    send: (file, sent) => this.store.addPicture(file, sent),
    why: whyRefused,
  });
  protected readonly most = mostPictures;
  protected readonly pictures = computed(() => this.store.brand.value()?.pictures ?? []);
  protected readonly room = computed(() => mostPictures - this.pictures().length);

  protected async send(files: readonly File[]): Promise<void> {
    await this.uploads.add(files);
  }

  protected async describe(picture: Picture, words: string): Promise<void> {
    const alt = words.trim() || null;
    if (alt === picture.alt) return;
    await this.store.describe(picture, alt).catch((error: unknown) => this.toasts.fail(error));
  }

  protected async remove(picture: Picture): Promise<void> {
    this.uploads.clear();
    try {
      const putBack = await this.store.removePicture(picture);
      if (putBack) this.toasts.undoable('The picture is removed.', putBack);
    } catch (error) {
      this.toasts.fail(error);
    }
  }
}
