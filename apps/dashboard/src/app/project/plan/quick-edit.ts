import { computed, signal, type Signal } from '@angular/core';
import type { ChangeTask, Task } from '@porchlight/contracts';
import { plainly } from '../../api/refusal';
import { isEmpty, VersionedEdit } from '../../edit/versioned-edit';

/**
 * Edits in the row itself: shown at once, sent one after the other, so that quick fingers never meet their own last edit as
 * somebody else's. What could not be sent stays on the screen with its reason.
 */
export class QuickEdit {
  private readonly wanted = signal<ChangeTask>({});
  private readonly sending = signal<ChangeTask>({});
  private readonly reason = signal<string | null>(null);
  private readonly edit: VersionedEdit<Task, ChangeTask>;
  /** What the last write gave: the row's own task follows only with the next rendering. */
  private written: Task | null = null;
  readonly trouble = this.reason.asReadonly();
  readonly busy = computed(() => !isEmpty(this.sending()));
  /** The row as its person means it. */
  readonly shown: Signal<Pick<Task, 'status' | 'progress'>>;

  constructor(
    private readonly task: () => Task,
    write: (task: Task, change: ChangeTask) => Promise<Task>,
    whoChanged: (task: Task) => Promise<string | null>,
    private readonly adopt: (task: Task) => void,
  ) {
    this.edit = new VersionedEdit(write, whoChanged);
    this.shown = computed(() => {
      const { status, progress } = this.task();
      const yours = this.edit.stale()?.change;
      return { status, progress, ...yours, ...this.sending(), ...this.wanted() };
    });
  }

  get stale() {
    return this.edit.stale;
  }

  apply(change: ChangeTask): void {
    if (isEmpty(change)) return;
    this.wanted.update((wanted) => ({ ...wanted, ...change }));
    if (!this.stale()) void this.send();
  }

  async send(): Promise<void> {
    if (this.busy()) return;
    this.reason.set(null);
    while (!isEmpty(this.wanted())) {
      this.sending.set(this.wanted());
      this.wanted.set({});
      if (!(await this.settle(this.sending(), () => this.edit.save(this.newest(), this.sending())))) return;
    }
  }

  /** Their version stands, and this person's edit is made again over it, with whatever was added since. */
  async redo(): Promise<void> {
    const { current, change } = this.stale() ?? {};
    if (!current || !change) return;
    const yours = { ...change, ...this.wanted() };
    this.wanted.set({});
    this.sending.set(yours);
    if (await this.settle(yours, () => this.edit.save(current, yours))) await this.send();
  }

  keepTheirs(): void {
    this.wanted.set({});
    const theirs = this.edit.keepTheirs();
    if (theirs) this.adopt(theirs);
  }

  drop(): void {
    this.wanted.set({});
    this.reason.set(null);
  }

  private async settle(change: ChangeTask, save: () => Promise<Task | null>): Promise<boolean> {
    try {
      const saved = await save();
      this.written = saved ?? this.written;
      return saved !== null;
    } catch (error) {
      this.wanted.update((later) => ({ ...change, ...later }));
      this.reason.set(plainly(error));
      return false;
    } finally {
      this.sending.set({});
    }
  }

  private newest(): Task {
    const task = this.task();
    return this.written && this.written.version > task.version ? this.written : task;
  }
}
