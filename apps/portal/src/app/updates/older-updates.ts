import { computed, signal, type Signal } from '@angular/core';
import { askForUpdates, type Update } from './ask-for-updates';

/**
 * The updates beyond the newest, fetched when they are asked for and kept for as long as they are looked at: in this
 * object and nowhere else, so that nothing of them is left once the page has ended.
 */
export class OlderUpdates {
  private readonly kept = signal<{ state: 'folded' | 'fetching' | 'failed' | 'open'; updates: readonly Update[] }>({
    state: 'folded',
    updates: [],
  });
  private asked = 0;

  readonly state = computed(() => this.kept().state);
  readonly updates: Signal<readonly Update[]> = computed(() => this.kept().updates);

  /** Fetches them; true once they are there. What was asked before and comes in late is dropped. */
  async fetch(projectId: string): Promise<boolean> {
    const asked = ++this.asked;
    this.kept.set({ state: 'fetching', updates: [] });
    return this.take(await askForUpdates(projectId), asked);
  }

  /** The project has changed: what is open is fetched anew, and stands until then. */
  async refresh(projectId: string): Promise<void> {
    if (this.state() !== 'open') return;
    const asked = ++this.asked;
    this.take(await askForUpdates(projectId), asked);
  }

  fold(): void {
    this.asked += 1;
    this.kept.set({ state: 'folded', updates: [] });
  }

  private take(updates: readonly Update[] | null, asked: number): boolean {
    if (asked !== this.asked) return false;
    this.kept.set(updates ? { state: 'open', updates } : { state: 'failed', updates: [] });
    return updates !== null;
  }
}
