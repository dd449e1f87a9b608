import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Toasts } from '../shell/toasts';
import { BrandStore } from './brand-store';
import { PictureDrop } from './picture-drop';
import { StoredPicture } from '../files/stored-picture';
import { UploadRows } from '../files/upload-rows';
import { Uploads } from '../files/uploads';
import { faultOfFile, whyRefused } from './picture-refusals';

/** The logo: at the top of every mail and portal. */
@Component({
  selector: 'app-logo-part',
  imports: [MatButton, PictureDrop, StoredPicture, UploadRows],
  template: `
    @if (store.mayChange()) {
      <app-picture-drop
        [word]="logo() ? 'Replace the logo' : 'Add a logo'"
        hint="Or drop it here, or paste it. JPEG, PNG, WebP or GIF, up to 5 MB; PNG with a clear ground looks best."
        [busy]="uploads.busy()"
        takesPaste
        (taken)="send($event)"
      >
        @if (logo(); as picture) {
          <div class="logo">
            <div class="grounds">
              <app-stored-picture class="day" [picture]="picture" />
              <app-stored-picture class="night" [picture]="picture" aria-hidden="true" />
            </div>
            <p class="muted small">By day and in the dark. {{ picture.width }} × {{ picture.height }} pixels.</p>
          </div>
        }
        @if (logo()) {
          <button beside matButton type="button" (click)="remove()">Remove the logo</button>
        }
      </app-picture-drop>
    } @else if (logo(); as picture) {
      <app-stored-picture class="day alone" [picture]="picture" />
    } @else {
      <p class="muted">No logo yet: mails and portals show the company’s name.</p>
    }
    <app-upload-rows [uploads]="uploads" />
  `,
  styleUrl: './logo-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LogoPart {
  protected readonly store = inject(BrandStore);
  private readonly toasts = inject(Toasts);
  protected readonly uploads = new Uploads({
    fault: faultOfFile,
    send: (file, sent) => this.store.setLogo(file, sent),
    why: whyRefused,
  });
  protected readonly logo = computed(() => this.store.brand.value()?.logo ?? null);

  protected async send(files: readonly File[]): Promise<void> {
    this.uploads.clear();
    const former = this.logo();
    const bytes = former && (await this.store.bytesOf(former));
    const taken = await this.uploads.add(files);
    if (taken === 0) return;
    if (bytes) this.toasts.undoable('The logo is replaced.', () => this.store.setLogo(bytes));
    else this.toasts.say('The logo is there.');
  }

  protected async remove(): Promise<void> {
    this.uploads.clear();
    try {
      const putBack = await this.store.removeLogo();
      if (putBack) this.toasts.undoable('The logo is removed.', putBack);
    } catch (error) {
      this.toasts.fail(error);
    }
  }
}
