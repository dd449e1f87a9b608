import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { plainly, Refusal } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';

/** A part of a page that could not be loaded: says why, offers to try again. */
@Component({
  selector: 'app-trouble',
  imports: [MatButton],
  template: `
    <div class="trouble" role="alert">
      <p>{{ sentence() }}</p>
      <button matButton="outlined" type="button" (click)="again.emit()">{{ words.again }}</button>
    </div>
  `,
  styles: `
    .trouble {
      justify-items: start;
      display: grid;
      gap: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Trouble {
  readonly error = input.required<unknown>();
  /** What is missing, for the sentence when it does not exist: `project`. */
  readonly what = input('page');
  readonly again = output();
  protected readonly words = inject(DOOR_WORDS).failures;
  protected readonly sentence = computed(() => {
    const error = this.error();
    const cause = error instanceof Error && error.cause ? error.cause : error;
    return cause instanceof Refusal && cause.status === 404
      ? this.words.missing(this.what())
      : plainly(cause, this.words);
  });
}
