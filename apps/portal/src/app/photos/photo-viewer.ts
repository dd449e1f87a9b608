import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import type { Photo } from './photos-in-words';

/**
 * One photo large, over the page, in the browser's own dialog: it keeps the keyboard inside, closes with Escape and the
 * phone's way back, and gives the keyboard back to where it came from. What is not shared any more closes by itself.
 * At the ends the buttons stay what they are: one that is disabled lets the keyboard go, and the arrow keys with it.
 */
@Component({
  selector: 'pl-photo-viewer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.arrowLeft)': 'turn(-1)', '(keydown.arrowRight)': 'turn(1)' },
  templateUrl: './photo-viewer.html',
  styleUrl: './photo-viewer.css',
})
export class PhotoViewer {
  readonly photos = input.required<readonly Photo[]>();

  protected readonly words = inject(LATER_WORDS).photos;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly openId = signal<string | null>(null);
  protected readonly at = computed(() => this.photos().findIndex(({ id }) => id === this.openId()));
  protected readonly photo = computed(() => this.photos()[this.at()] ?? null);
  /** The address of a photo that could not be had. */
  protected readonly missing = signal<string | null>(null);

  constructor() {
    effect(() => {
      if (this.openId() !== null && !this.photo()) this.close();
    });
  }

  private dialog(): HTMLDialogElement | null {
    return this.element.querySelector('dialog');
  }

  open(id: string): void {
    this.missing.set(null);
    this.openId.set(id);
    this.dialog()?.showModal();
  }

  protected close(): void {
    this.dialog()?.close();
    this.openId.set(null);
  }

  /** To the next photo or the one before; at the ends nothing happens. */
  protected turn(steps: 1 | -1): void {
    const photo = this.photos()[this.at() + steps];
    if (!photo) return;
    this.missing.set(null);
    this.openId.set(photo.id);
  }
}
