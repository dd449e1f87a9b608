import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { plainly } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';
import { Session } from './session';

/** Signed in as one person, wanted as another: says so, and changes nothing until the one button is pressed. */
@Component({
  selector: 'app-other-person',
  imports: [MatButton],
  template: `
    <div class="card stack">
      @if (trouble(); as sentence) {
        <p class="trouble" role="alert">{{ sentence }}</p>
      }
      <p>{{ words.otherPerson.signedInAs(session.me()?.person?.email ?? '') }} <ng-content /></p>
      <button matButton="filled" type="button" [disabled]="busy()" (click)="change()">
        {{ words.otherPerson.goOnAs(wanted()) }}
      </button>
    </div>
  `,
  styles: `
    .stack {
      gap: var(--space-4);
      justify-items: start;
    }
    p {
      overflow-wrap: anywhere;
    }
    button {
      height: auto;
      padding-block: 10px;
      overflow-wrap: anywhere;
      text-align: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OtherPerson {
  readonly wanted = input.required<string>();
  /** Nobody is signed in any more. */
  readonly left = output();
  protected readonly words = inject(DOOR_WORDS);
  protected readonly session = inject(Session);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<string | null>(null);

  protected async change(): Promise<void> {
    this.busy.set(true);
    this.trouble.set(null);
    await this.session.signOut().then(
      () => this.left.emit(),
      (error: unknown) => this.trouble.set(plainly(error, this.words.failures)),
    );
    this.busy.set(false);
  }
}
