import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { plainly } from '../api/refusal';
import { OpenPage } from '../door/open-page';

/** Short words at the foot of the screen, for what has no place beside a field. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly bar = inject(MatSnackBar);
  private readonly page = inject(OpenPage);

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
    const { failures, close } = this.page.words;
    this.bar.open(plainly(error, failures), close, { duration: 12_000, politeness: 'assertive' });
  }
}
