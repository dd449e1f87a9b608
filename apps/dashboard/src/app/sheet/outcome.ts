import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { plainly } from '../api/refusal';

/** What came of the last thing that was done here: a sentence either way. */
export class Outcome {
  readonly done = signal<string | null>(null);
  readonly trouble = signal<string | null>(null);

  /** Runs a step that gives the sentence to say when it went well. */
  async of(step: () => Promise<string>): Promise<void> {
    this.clear();
    await step().then(
      (sentence) => this.done.set(sentence),
      (error: unknown) => this.trouble.set(plainly(error)),
    );
  }

  clear(): void {
    this.done.set(null);
    this.trouble.set(null);
  }
}

@Component({
  selector: 'app-outcome',
  template: `
    <div role="alert">
      @if (outcome().trouble(); as sentence) {
        <p class="trouble">{{ sentence }}</p>
      }
    </div>
    <p class="done" role="status" [hidden]="!outcome().done()">{{ outcome().done() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    /* says nothing yet: there to be listened to, but takes no room */
    :host(.silent) {
      position: absolute;
    }
    .done {
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--done-wash);
      color: var(--done);
      font-weight: 550;
    }
  `,
  host: { '[class.silent]': '!outcome().done() && !outcome().trouble()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomeNote {
  readonly outcome = input.required<Outcome>();
}
