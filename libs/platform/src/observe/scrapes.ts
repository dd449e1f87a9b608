import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

/** A scrape waits no longer than this for what must be asked; Prometheus gives up after 10 s. */
const patienceMs = 2_000;

/** Figures that are read when somebody asks for them, and not before. */
@Injectable()
export class Scrapes {
  private readonly readers: (() => Promise<void>)[] = [];

  /** `read` sets its metrics, and takes them back where it cannot know them. */
  onScrape(read: () => Promise<void>): void {
    this.readers.push(read);
  }

  async read(): Promise<void> {
    const all = Promise.allSettled(this.readers.map((read) => read()));
    await Promise.race([all, sleep(patienceMs, undefined, { ref: false })]);
  }
}
