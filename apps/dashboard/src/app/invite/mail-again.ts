import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { plainly } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';

/** Offers a new message to the address that was invited; anybody may press it, and only that address gets it. */
@Component({
  selector: 'app-mail-again',
  imports: [MatButton],
  template: `
    <div aria-live="polite">
      @if (sent()) {
        <p class="sent">{{ words.invite.mailed(email()) }}</p>
      }
      @if (trouble(); as sentence) {
        <p class="trouble">{{ sentence }}</p>
      }
    </div>
    @if (!sent()) {
      <button matButton="filled" type="button" [disabled]="busy()" (click)="press()">
        {{ words.invite.mailAgain }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
    }
    .trouble {
      margin-block-end: var(--space-4);
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
export class MailAgain {
  /** Where the message goes, as far as the page may say it. */
  readonly email = input<string>();
  readonly ask = input.required<() => Promise<void>>();
  protected readonly words = inject(DOOR_WORDS);
  protected readonly busy = signal(false);
  protected readonly sent = signal(false);
  protected readonly trouble = signal<string | null>(null);

  protected async press(): Promise<void> {
    this.busy.set(true);
    this.trouble.set(null);
    await this.ask()().then(
      () => this.sent.set(true),
      (error: unknown) => this.trouble.set(plainly(error, this.words.failures)),
    );
    this.busy.set(false);
  }
}
