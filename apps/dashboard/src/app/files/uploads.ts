import { computed, signal } from '@angular/core';
import { isWorthAnotherTry } from '../api/refusal';

/** A file on its way, and what came of it. */
export interface Upload {
  /** One for each file, however often it is sent: after a lost answer it is not there twice. */
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'there' | 'refused' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  /** Why it was not taken, in a sentence. */
  readonly why: string | null;
}

export interface Sending {
  /** Why a file is not even sent, or null. */
  readonly fault: (file: File) => string | null;
  readonly send: (file: File, sent: (share: number) => void, key: string) => Promise<unknown>;
  /** Why a file was not taken. */
  readonly why: (error: unknown, name: string) => string;
}

/** Sends files one after the other; one that is not taken keeps no other back. */
export class Uploads {
  private readonly rows = signal<readonly Upload[]>([]);
  private running: Promise<void> | null = null;
  readonly all = this.rows.asReadonly();
  readonly busy = computed(() => this.rows().some(({ state }) => state === 'waiting' || state === 'sending'));
  readonly now = computed(() => this.rows().find(({ state }) => state === 'sending') ?? null);
  /** A sentence for each file that was not taken. */
  readonly troubles = computed(() => this.rows().flatMap(({ why }) => why ?? []));

  constructor(private readonly how: Sending) {}

  /** How many of them were taken, once all have been tried. Those added while others are sent wait for their turn. */
  async add(files: readonly File[]): Promise<number> {
    if (!this.busy()) this.keep(({ state }) => state === 'failed');
    const added = files.map((file): Upload => {
      const why = this.how.fault(file);
      return { key: crypto.randomUUID(), file, state: why ? 'refused' : 'waiting', share: 0, why };
    });
    this.rows.update((rows) => [...rows, ...added]);
    await this.run();
    const keys = new Set(added.map(({ key }) => key));
    return this.rows().filter(({ key, state }) => state === 'there' && keys.has(key)).length;
  }

  async again({ key }: Upload): Promise<void> {
    this.change(key, { state: 'waiting', share: 0, why: null });
    await this.run();
  }

  dismiss({ key }: Upload): void {
    this.keep((row) => row.key !== key);
  }

  /** Forgets what is over. */
  clear(): void {
    this.keep(({ state }) => state === 'waiting' || state === 'sending');
  }

  private keep(which: (row: Upload) => boolean): void {
    this.rows.update((rows) => rows.filter(which));
  }

  private run(): Promise<void> {
    return (this.running ??= Promise.resolve()
      .then(() => this.untilNoneWaits())
      .finally(() => (this.running = null)));
  }

  private async untilNoneWaits(): Promise<void> {
    for (let next = this.waiting(); next; next = this.waiting()) await this.one(next);
  }

  private waiting(): Upload | undefined {
    return this.rows().find(({ state }) => state === 'waiting');
  }

  private async one({ key, file }: Upload): Promise<void> {
    this.change(key, { state: 'sending' });
    try {
      await this.how.send(file, (share) => this.change(key, { share }), key);
      this.change(key, { state: 'there', share: 1 });
    } catch (error) {
      const why = this.how.why(error, file.name);
      this.change(key, { state: isWorthAnotherTry(error) ? 'failed' : 'refused', why });
    }
  }

  private change(key: string, to: Partial<Upload>): void {
    this.rows.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...to } : row)));
  }
}
