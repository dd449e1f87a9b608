import { inject, Injectable } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { calendarDay, dayInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { LATER_WORDS } from '../words/later-words';

type SharedFile = PortalViewV1['shared'][number];
type Update = PortalViewV1['updates'][number];

/** A photo as it is shown: small in a list, large when it is opened, and what it says to who does not see it. */
export interface Photo {
  readonly id: string;
  readonly url: string;
  readonly smallUrl: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt: string;
  /** What stands under the large one. */
  readonly title: string;
  readonly when: string;
}

/** Gives photos their words. */
@Injectable({ providedIn: 'root' })
export class PhotosInWords {
  private readonly words = inject(LATER_WORDS);
  private readonly locale = inject(VIEWER_LOCALE);

  shared(files: readonly SharedFile[], timeZone: string, today: string): Photo[] {
    return files.map(({ id, url, smallUrl = url, width, height, title, sharedAt }) => {
      const day = this.day(sharedAt, timeZone, today);
      const alt = title || this.words.photos.untitled(day);
      return { id, url, smallUrl, width, height, alt, title, when: this.words.photos.shared(day) };
    });
  }

  /** The photo that came with an update, or null. */
  ofUpdate(update: Update, timeZone: string, today: string): Photo | null {
    const { id, photoUrl: url, smallUrl = url, width, height, at } = update;
    if (url === undefined || smallUrl === undefined) return null;
    const alt = this.words.updates.photo(this.day(at, timeZone, today));
    return { id, url, smallUrl, width, height, alt, title: '', when: alt };
  }

  private day(at: string, timeZone: string, today: string): string {
    return dayInWords(calendarDay(Date.parse(at), timeZone), today, this.locale);
  }
}
