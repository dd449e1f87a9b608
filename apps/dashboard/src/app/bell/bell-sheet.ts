import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Sheet } from '../sheet/sheet';
import { Icon } from '../shell/icon';
import { Trouble } from '../shell/trouble';
import { showMoment } from '../words/dates';
import { noticeIcons, noticePlace, noticeWords } from './notice-words';
import { Notices } from './notices';

/** What happened while nobody looked, newest first, each with the way to where it is dealt with. */
@Component({
  selector: 'app-bell-sheet',
  imports: [Icon, RouterLink, Sheet, Trouble],
  templateUrl: './bell-sheet.html',
  styleUrl: './bell-sheet.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BellSheet {
  protected readonly notices = inject(Notices);
  private readonly dialog = inject(DialogRef);
  /** New when the sheet was opened, or since: seen now, and still to be found at a glance. */
  protected readonly fresh = signal<readonly string[]>([]);
  protected readonly words = noticeWords;
  protected readonly icons = noticeIcons;
  protected readonly placeOf = noticePlace;
  protected readonly moment = showMoment;

  constructor() {
    effect(() => {
      const unseen = this.notices.list.value()?.items.filter(({ seen }) => !seen) ?? [];
      if (unseen.length === 0) return;
      this.fresh.update((ids) => [...ids, ...unseen.map(({ id }) => id)]);
      // Not marked: they stay new, and are shown so again.
      untracked(() => void this.notices.markSeen().catch(() => undefined));
    });
    // There is nothing to type or press here: whoever opened it begins at its heading.
    setTimeout(() => document.getElementById('sheet-heading')?.focus());
  }

  protected close(): void {
    this.dialog.close();
  }
}
