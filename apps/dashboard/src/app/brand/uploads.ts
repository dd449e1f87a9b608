import { signal } from '@angular/core';
import { faultOfFile, whyRefused } from './picture-refusals';

/** Sends pictures one after the other: what is on its way, how far it has come, and what was not taken. */
export class Uploads {
  private readonly running = signal<{ readonly name: string; readonly share: number } | null>(null);
  private readonly refused = signal<readonly string[]>([]);
  readonly now = this.running.asReadonly();
  /** A sentence for each file that was not taken. */
  readonly troubles = this.refused.asReadonly();

  /** How many were taken. */
  async send(
    files: readonly File[],
    upload: (file: File, sent: (share: number) => void) => Promise<unknown>,
  ): Promise<number> {
    if (this.running()) return 0;
    this.refused.set([]);
    let taken = 0;
    for (const file of files) {
      const fault = faultOfFile(file);
      if (fault) this.say(fault);
      else if (await this.one(file, upload)) taken++;
    }
    return taken;
  }

  clear(): void {
    this.refused.set([]);
  }

  private async one(
    file: File,
    upload: (file: File, sent: (share: number) => void) => Promise<unknown>,
  ): Promise<boolean> {
    const at = (share: number) => this.running.set({ name: file.name, share });
    at(0);
    try {
      await upload(file, at);
      return true;
    } catch (error) {
      this.say(whyRefused(error, file.name));
      return false;
    } finally {
      this.running.set(null);
    }
  }

  private say(sentence: string): void {
    this.refused.update((sentences) => [...sentences, sentence]);
  }
}
