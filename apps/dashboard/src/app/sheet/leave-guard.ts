import { signal } from '@angular/core';

/** Keeps a sheet with unsaved text open until its person has said that it may go. */
export class LeaveGuard {
  readonly asked = signal(false);
  private dirty: () => boolean = () => false;

  watch(dirty: () => boolean): void {
    this.dirty = dirty;
  }

  mayLeave(): boolean {
    if (!this.dirty()) return true;
    this.asked.set(true);
    return false;
  }

  discard(): void {
    this.dirty = () => false;
  }
}
