import { type FieldTree } from '@angular/forms/signals';
import { type Refusal } from '../api/refusal';
import { Saving } from '../form/saving';
import { changesAgainst, isEmpty, type Versioned, VersionedEdit } from './versioned-edit';

/** A form over something versioned: sends only what was changed, and keeps the form when somebody else was faster. */
export class EditDesk<T extends Versioned, C extends object> {
  readonly saving = new Saving();
  private readonly edit: VersionedEdit<T, C>;

  constructor(
    private readonly base: T,
    write: (current: T, change: C) => Promise<T>,
    whoChanged?: (current: T) => Promise<string | null>,
  ) {
    this.edit = new VersionedEdit(write, whoChanged);
  }

  get stale() {
    return this.edit.stale;
  }

  /**
   * Saves what differs from what the form began with; after a stale save, over what is stored now.
   * Null when it was not saved: the form or its notice says why.
   */
  async save<M>(
    tree: FieldTree<M>,
    wanted: C,
    options?: { names?: Readonly<Record<string, string>>; refused?: (refusal: Refusal) => boolean },
  ): Promise<T | null> {
    const over = this.stale()?.current ?? this.base;
    const change = changesAgainst(this.base, wanted);
    const result: T[] = [];
    await this.saving.run(
      tree,
      async () => {
        const saved = isEmpty(change) ? over : await this.edit.save(over, change);
        if (saved) result.push(saved);
      },
      options,
    );
    return result[0] ?? null;
  }

  keepTheirs(): T {
    return this.edit.keepTheirs() ?? this.base;
  }
}
