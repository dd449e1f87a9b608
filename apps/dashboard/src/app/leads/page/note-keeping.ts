import { signal } from '@angular/core';
import type { Lead } from '@porchlight/contracts';
import { plainly } from '../../api/refusal';
import { VersionedEdit } from '../../edit/versioned-edit';

type Notes = Pick<Lead, 'id' | 'version' | 'notes'>;

/**
 * Notes that save themselves while they are written. What somebody else made of other facts meanwhile does not matter; what they
 * made of the notes does, and waits beside ours.
 */
export class NoteKeeping<T extends Notes> {
  private readonly edit: VersionedEdit<T, { notes: string | null }>;
  private readonly typed = signal<string | null>(null);
  private base: T | null = null;
  private running: Promise<void> | null = null;
  readonly state = signal<'saved' | 'saving' | 'unsaved' | null>(null);
  readonly trouble = signal<string | null>(null);

  constructor(
    /** The lead as it is known now. */
    private readonly now: () => T,
    write: (lead: T, change: { notes: string | null }) => Promise<T>,
    private readonly adopt: (lead: T) => void,
  ) {
    this.edit = new VersionedEdit(write);
  }

  get stale() {
    return this.edit.stale;
  }

  text(): string {
    return this.typed() ?? this.now().notes ?? '';
  }

  dirty(): boolean {
    const typed = this.typed();
    return typed !== null && typed.trim() !== (this.now().notes ?? '');
  }

  type(text: string): void {
    this.base ??= this.now();
    this.typed.set(text);
    this.state.set('unsaved');
  }

  /** Once: whoever types on while it is saved is saved again after. */
  async save(): Promise<void> {
    if (this.running) await this.running;
    if (!this.dirty() || this.stale()) return;
    this.running = this.send().finally(() => (this.running = null));
    await this.running;
  }

  async redo(): Promise<void> {
    const text = this.typed()?.trim() ?? '';
    const current = this.stale()?.current;
    if (current) await this.settle(text, () => this.edit.save(current, { notes: text || null }));
  }

  keepTheirs(): void {
    const theirs = this.edit.keepTheirs();
    this.forget();
    this.state.set(null);
    if (theirs) this.adopt(theirs);
  }

  private send(): Promise<void> {
    const text = this.typed()?.trim() ?? '';
    const now = this.now();
    // Only notes that changed under our hands are a conflict.
    const over = this.base && this.base.notes !== now.notes ? this.base : now;
    return this.settle(text, () => this.edit.save(over, { notes: text || null }));
  }

  private async settle(text: string, save: () => Promise<T | null>): Promise<void> {
    this.state.set('saving');
    this.trouble.set(null);
    try {
      const saved = await save();
      if (!saved) return this.state.set('unsaved');
      this.base = saved;
      this.adopt(saved);
      if (this.typed()?.trim() !== text) return this.state.set('unsaved');
      this.forget();
      this.state.set('saved');
    } catch (error) {
      this.state.set('unsaved');
      this.trouble.set(plainly(error));
    }
  }

  private forget(): void {
    this.typed.set(null);
    this.base = null;
  }
}
