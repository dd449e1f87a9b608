import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { calendarDay, dayClock, momentInWords, ownZone, VIEWER_LOCALE } from '@porchlight/ui';
import { Visit } from '../visit';
import { WORDS } from '../words/words';

/** Says truly whether the page is live, and if not, of what time it is. */
@Component({
  selector: 'pl-live-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', '[attr.data-state]': 'freshness().state' },
  template: `<span class="dot" aria-hidden="true"></span>{{ sentence() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      color: var(--muted);
      font-size: var(--text-15);
    }

    .dot {
      flex: none;
      width: 10px;
      height: 10px;
      border: 2px solid currentColor;
      border-radius: 50%;
    }

    :host([data-state='live']) {
      color: var(--done);
      font-weight: 600;
    }

    :host([data-state='live']) .dot {
      background: currentColor;
      box-shadow: 0 0 0 3px var(--done-wash);
    }

    :host([data-state='reconnecting']),
    :host([data-state='offline']) {
      color: var(--waiting);
    }
  `,
})
export class LiveMark {
  protected readonly freshness = inject(Visit).freshness;
  private readonly words = inject(WORDS).live;
  private readonly locale = inject(VIEWER_LOCALE);

  private readonly zone = ownZone();
  private readonly now = dayClock(() => this.zone);

  protected readonly sentence = computed(() => {
    const { state, asOf } = this.freshness();
    if (state === 'live') return this.words.live;
    return this.words[state](momentInWords(asOf, calendarDay(this.now(), this.zone), this.locale, this.zone));
  });
}
