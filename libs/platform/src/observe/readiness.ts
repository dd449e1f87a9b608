import { Injectable } from '@nestjs/common';

/** What must answer before the service takes traffic: each part registers its own check. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, () => Promise<void>>();
  private readonly drains: (() => void)[] = [];
  private draining = false;

  /** `check` resolves while the part works and rejects while it does not. */
  register(part: string, check: () => Promise<void>): void {
    this.checks.set(part, check);
  }

  /** From now on unready, so that proxies stop sending before anything closes. */
  drain(): void {
    this.draining = true;
    for (const end of this.drains) end();
  }

  /** What would hold up a close, such as an endless answer, ends itself then. */
  onDrain(end: () => void): void {
    this.drains.push(end);
  }

  /** The parts that do not answer; empty when ready. */
  async missing(): Promise<string[]> {
    if (this.draining) return ['draining'];
    const results = await Promise.allSettled([...this.checks.values()].map((check) => check()));
    return [...this.checks.keys()].filter((_, index) => results[index]?.status === 'rejected');
  }
}
