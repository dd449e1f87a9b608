import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DOOR_WORDS } from '../door/door-words';
import { TakesFocus } from '../form/takes-focus';
import { Session } from '../session/session';
import { AskLink } from './ask-link';

/** The address somebody signs in with: whether it is confirmed, and the way to confirm or change it. */
@Component({
  selector: 'app-email-part',
  imports: [AskLink, MatButton, TakesFocus],
  template: `
    <p class="address">
      <strong>{{ email() }}</strong>
      @if (confirmed()) {
        <span class="chip" data-tone="done"><span aria-hidden="true">✓</span> {{ words.confirmed }}</span>
      } @else {
        <span class="chip" data-tone="waiting"><span aria-hidden="true">○</span> {{ words.notConfirmed }}</span>
      }
    </p>
    @if (!mailSetUp()) {
      <p class="muted">{{ words.noServer }}</p>
    } @else {
      @if (sentTo(); as address) {
        <p class="sent" role="status">
          {{ words.sentTo }} <strong>{{ address }}</strong>.
          {{ address === email() ? words.openIt : words.openItMeanwhile }}
        </p>
      } @else if (!confirmed() && !asking()) {
        <p class="muted">{{ words.why }}</p>
      }
      @if (asking(); as what) {
        <app-ask-link appTakesFocus [what]="what" [email]="email()" (sent)="sent($event)" (left)="leave()" />
      } @else {
        <div class="actions">
          @if (!confirmed()) {
            <button matButton="outlined" type="button" (click)="ask('confirm')">
              {{ sentTo() === email() ? words.sendAgain : words.confirm }}
            </button>
          }
          <button
            [matButton]="confirmed() ? 'outlined' : 'text'"
            type="button"
            [appTakesFocus]="left()"
            (click)="ask('change')"
          >
            {{ words.change }}
          </button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .address {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      overflow-wrap: anywhere;
    }
    .sent {
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      border-inline-start: 4px solid var(--done);
      background: var(--done-wash);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmailPart {
  protected readonly words = inject(DOOR_WORDS).account.email;
  private readonly me = inject(Session).me;
  protected readonly email = computed(() => this.me()?.person.email ?? '');
  protected readonly confirmed = computed(() => this.me()?.emailConfirmed ?? false);
  protected readonly mailSetUp = computed(() => this.me()?.mailSetUp ?? false);
  protected readonly asking = signal<'confirm' | 'change' | null>(null);
  protected readonly sentTo = signal<string | null>(null);
  /** The form was there and is gone: its buttons are back. */
  protected readonly left = signal(false);

  protected ask(what: 'confirm' | 'change'): void {
    this.sentTo.set(null);
    this.asking.set(what);
  }

  protected leave(): void {
    this.left.set(true);
    this.asking.set(null);
  }

  protected sent(address: string): void {
    this.leave();
    this.sentTo.set(address);
  }
}
