import { signal } from '@angular/core';
import { type FieldTree, submit, type TreeValidationResult } from '@angular/forms/signals';
import { plainly, Refusal, Unreachable } from '../api/refusal';
import { failures, type Failures } from '../door/failures.english';
import { fieldAt } from './field-at';

/**
 * Runs a form's save: faults of fields go beside their fields, the rest becomes one sentence at the head of the form.
 * The form itself is never touched, so nothing typed is lost.
 */
export class Saving {
  private readonly sentence = signal<string | null>(null);
  private readonly running = signal(false);
  private readonly away = signal(false);
  readonly message = this.sentence.asReadonly();
  readonly busy = this.running.asReadonly();
  /** Nobody answered: the same save may be pressed again. */
  readonly unreachable = this.away.asReadonly();

  /** In English, but where the page speaks another language. */
  constructor(readonly words: Failures = failures) {}

  /**
   * @param names where the wire and the form disagree: `{ 'budget.amount': 'budget' }`
   * @param refused may deal with a refusal itself by returning true
   */
  async run<T>(
    tree: FieldTree<T>,
    save: () => Promise<unknown>,
    options: { names?: Readonly<Record<string, string>>; refused?: (refusal: Refusal) => boolean } = {},
  ): Promise<boolean> {
    if (this.running()) return false;
    this.clear();
    this.running.set(true);
    let saved = false;
    try {
      await submit(tree, {
        action: async (): Promise<TreeValidationResult> => {
          try {
            await save();
            saved = true;
            return undefined;
          } catch (error) {
            return this.judge(tree, error, options);
          }
        },
        onInvalid: () => focusFirstFault(tree),
      });
      return saved;
    } finally {
      this.running.set(false);
    }
  }

  clear(): void {
    this.sentence.set(null);
    this.away.set(false);
  }

  /** Faults beside fields hold the form until they are mended; anything else lets the same save be pressed again. */
  private judge<T>(
    tree: FieldTree<T>,
    error: unknown,
    { names = {}, refused }: { names?: Readonly<Record<string, string>>; refused?: (refusal: Refusal) => boolean },
  ): TreeValidationResult {
    if (error instanceof Refusal && refused?.(error)) return undefined;
    const faults = error instanceof Refusal ? error.faults : [];
    const placed = faults.flatMap(({ path, message }) => {
      const field = fieldAt(tree, names[path] ?? path);
      return field ? [{ kind: 'server', message: this.words.field(message), fieldTree: field }] : [];
    });
    if (placed.length < faults.length || placed.length === 0) this.sentence.set(this.unplaced(error, placed.length));
    this.away.set(error instanceof Unreachable);
    if (placed.length === 0) return undefined;
    queueMicrotask(() => focusFirstFault(tree));
    return placed;
  }

  private unplaced(error: unknown, placed: number): string {
    if (!(error instanceof Refusal) || error.faults.length === 0 || placed > 0) return plainly(error, this.words);
    return this.words.fields(error.faults);
  }
}

/** Brings the first faulty control into view and under the cursor. */
function focusFirstFault<T>(tree: FieldTree<T>): void {
  tree().errorSummary()[0]?.fieldTree().focusBoundControl();
}
