import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { calendarDay, dayClock, longestMomentInWords, momentInWords, ownZone, VIEWER_LOCALE } from '@porchlight/ui';
import { Visit } from '../visit';
import { WORDS } from '../words/words';

/** Narrower than a digit is none: letters of equal number may be unequally wide (PM and AM, May and Sep). */
const digitSpace = '\u2007';

/**
 * Says truly whether the page is live, and if not, of what time it is. It keeps the room of the longest of its sentences,
 * at whatever hour and date: on a small phone that may take a second line, and what stands below would jump whenever the
 * connection came or went, the clock struck ten, or midnight added the day.
 */
@Component({
  selector: 'pl-live-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', '[attr.data-state]': 'freshness().state' },
  template: `
    <span class="dot" aria-hidden="true"></span><span class="sentence">{{ sentence() }}</span>
    @for (words of longest; track words) {
      <span class="room" aria-hidden="true" [attr.data-words]="words"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: auto 1fr;
      column-gap: var(--space-2);
      color: var(--muted);
      font-size: var(--text-15);
    }

    .sentence,
    .room {
      grid-area: 1 / 2;
      text-wrap: balance;
    }

    /* no text of the page: nothing finds, reads out or copies it */
    .room::after {
      content: attr(data-words);
      visibility: hidden;
    }

    /* or the plate that is laid under words there, under these too, would cover the sentence */
    @media (forced-colors: active) {
      .room {
        forced-color-adjust: none;
      }
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
    }

    /* of its own: in bold the others would need more room, and only then */
    :host([data-state='live']) .sentence {
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

  /** Each, as they break in different places; with its day, which a time of today only lacks. */
  protected readonly longest = [this.words.connecting, this.words.reconnecting, this.words.offline].map(
    (say) => say(longestMomentInWords(this.locale)) + digitSpace,
  );
}
