import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Picture } from '@porchlight/contracts';
import { PictureUrls } from './picture-urls';

/** A stored picture, as soon as it is there. Needs `PictureUrls` of its page. */
@Component({
  selector: 'app-stored-picture',
  template: `
    @let now = shown();
    @if (now && 'src' in now) {
      <img [src]="now.src" [alt]="picture().alt ?? ''" [width]="picture().width" [height]="picture().height" />
    } @else if (now) {
      <p class="muted small">Could not be loaded.</p>
    } @else {
      <div class="ghost" aria-hidden="true"></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
      min-width: 0;
      min-height: 0;
    }
    img {
      width: auto;
      height: auto;
      max-width: 100%;
      max-height: 100%;
    }
    .ghost {
      width: 100%;
      height: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StoredPicture {
  readonly picture = input.required<Picture>();
  private readonly urls = inject(PictureUrls);
  private readonly source = computed(() => this.urls.of(this.picture().url));
  protected readonly shown = computed(() => this.source()());
}
