import { DestroyRef, inject, Injectable, type Signal, signal, type WritableSignal } from '@angular/core';
import { Api } from '../api/api';

/** A picture that is on its way (null), there, or could not be had. */
export type Shown = { readonly src: string } | { readonly failed: true } | null;

/** As large as a list or a look at it asks for. */
export type PictureSize = 'small' | 'large';

/** Pictures of the staff need the bearer, which `<img src>` does not send: fetched once for a page, let go of with it. */
@Injectable()
export class PictureUrls {
  private readonly api = inject(Api);
  private readonly shown = new Map<string, WritableSignal<Shown>>();
  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      for (const picture of this.shown.values()) release(picture());
    });
  }

  of(path: string, size: PictureSize = 'small'): Signal<Shown> {
    const url = `${path}?size=${size}`;
    const there = this.shown.get(url);
    if (there) return there;
    const picture = signal<Shown>(null);
    this.shown.set(url, picture);
    void this.fetch(url, picture);
    return picture;
  }

  /** The bytes in full size, to put a removed picture back. */
  bytes(url: string): Promise<Blob> {
    return this.api.blob(url);
  }

  private async fetch(url: string, picture: WritableSignal<Shown>): Promise<void> {
    try {
      const blob = await this.api.blob(url);
      if (this.gone) return;
      picture.set({ src: URL.createObjectURL(blob) });
    } catch {
      this.shown.delete(url);
      picture.set({ failed: true });
    }
  }
}

const release = (picture: Shown): void => {
  if (picture && 'src' in picture) URL.revokeObjectURL(picture.src);
};
