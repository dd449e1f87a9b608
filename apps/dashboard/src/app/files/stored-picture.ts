import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Icon } from '../shell/icon';
import { WhenInSight } from '../shell/when-in-sight';
import { type PictureSize, PictureUrls } from './picture-urls';

/** What there is to know of a stored picture before it is there. */
export interface Pictured {
  readonly url: string;
  readonly alt: string | null;
  readonly width?: number | null;
  readonly height?: number | null;
}

/** A stored picture, fetched once it is about to be seen. Needs `PictureUrls` of its page. */
@Component({
  selector: 'app-stored-picture',
  imports: [Icon],
  hostDirectives: [WhenInSight],
  template: `
    @let now = shown();
    @if (now && 'src' in now) {
      <img
        [src]="now.src"
        [alt]="picture().alt ?? ''"
        [attr.width]="picture().width"
        [attr.height]="picture().height"
      />
    } @else if (now) {
      <p class="muted small"><app-icon name="picture" /> <span class="words">Could not be loaded.</span></p>
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
    /* cut to fill its frame, in a row or a grid */
    :host(.filling) img {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    /* too small for words */
    :host(.tiny) .words {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StoredPicture {
  readonly picture = input.required<Pictured>();
  readonly size = input<PictureSize>('small');
  private readonly urls = inject(PictureUrls);
  private readonly seen = signal(false);
  private readonly source = computed(() => (this.seen() ? this.urls.of(this.picture().url, this.size()) : null));
  protected readonly shown = computed(() => this.source()?.() ?? null);

  constructor() {
    inject(WhenInSight).appWhenInSight.subscribe(() => this.seen.set(true));
  }
}
