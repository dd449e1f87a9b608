import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { calendarDay, dayClock, momentInWords, ownZone, timeInWords, VIEWER_LOCALE } from '@porchlight/ui';
import { Visit } from '../visit';
import { WORDS } from '../words/words';

/**
 * Says truly whether the page is live, and if not, of what time it is. It keeps the room of its longest sentence, at
 * whatever hour: on a small phone that may take a second line, and what stands below would jump whenever the connection
 * came or went, or the clock struck ten.
 */
@Component({
  selector: 'pl-live-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', '[attr.data-state]': 'freshness().state', '[attr.data-longest]': 'longest()' },
  template: `<span class="dot" aria-hidden="true"></span><span class="sentence">{{ sentence() }}</span>`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto 1fr;
      column-gap: var(--space-2);
      color: var(--muted);
      font-size: var(--text-15);
    }

    .sentence,
    :host::after {
      grid-area: 1 / 2;
      text-wrap: balance;
    }

    :host::after {
      content: attr(data-longest);
      visibility: hidden;
    }

    .dot {
      width: 10px;
      height: 10px;
      margin-top: calc((1lh - 10px) / 2);
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

  private readonly moment = computed(() =>
    momentInWords(this.freshness().asOf, calendarDay(this.now(), this.zone), this.locale, this.zone),
  );

  protected readonly sentence = computed(() => {
    const { state } = this.freshness();
    return state === 'live' ? this.words.live : this.words[state](this.moment());
  });

  /** As much as a time of today takes: from ten o'clock on it has a digit more. */
  private readonly widestTime = timeInWords(Date.UTC(2026, 0, 1, 22, 58), this.locale, 'UTC');

  protected readonly longest = computed(() =>
    [this.words.connecting, this.words.reconnecting, this.words.offline]
      .flatMap((say) => [say(this.moment()), say(this.widestTime)])
      .reduce((longest, one) => (one.length > longest.length ? one : longest)),
  );
}
