import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Touched } from '../view/touched';
import { LATER_WORDS } from '../words/later-words';
import { PhotoViewer } from './photo-viewer';
import type { Photo } from './photos-in-words';

/** Three rows on a phone. */
const inSight = 9;

/** Shared photos, newest first: small ones in a grid, fetched as they come near; each opens large in place. */
@Component({
  selector: 'pl-photo-gallery',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PhotoViewer, Touched],
  templateUrl: './photo-gallery.html',
  styleUrl: './photo-gallery.css',
})
export class PhotoGallery {
  readonly photos = input.required<readonly Photo[]>();

  protected readonly words = inject(LATER_WORDS).photos;
  protected readonly all = signal(false);
  protected readonly foldable = computed(() => this.photos().length > inSight);
  protected readonly shown = computed(() => (this.all() ? this.photos() : this.photos().slice(0, inSight)));
  /** Photos that could not be had: said in words, not as a broken picture. */
  protected readonly missing = signal<ReadonlySet<string>>(new Set());

  protected miss(url: string): void {
    this.missing.update((urls) => new Set([...urls, url]));
  }
}
