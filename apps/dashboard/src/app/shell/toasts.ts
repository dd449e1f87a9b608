import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { plainly } from '../api/refusal';

/** Short words at the foot of the screen, for what has no place beside a field. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly bar = inject(MatSnackBar);

  say(sentence: string): void {
    this.bar.open(sentence, undefined, { duration: 5000 });
  }

  /** Says what was done and offers to undo it. */
  undoable(sentence: string, undo: () => Promise<unknown>): void {
    this.bar
      .open(sentence, 'Undo', { duration: 10_000 })
      .onAction()
      .subscribe(() => void undo().catch((error: unknown) => this.fail(error)));
  }

  fail(error: unknown): void {
    this.bar.open(plainly(error), 'Close', { duration: 12_000, politeness: 'assertive' });
  }
}
