import { until } from './process/until';

export interface HeardHint {
  readonly type: string;
  readonly id: string;
}

/** A stream of server-sent hints as a screen reads it: what it told, and whether it has ended. */
export class HeardHints {
  readonly hints: HeardHint[] = [];
  /** How often it said no more than that it is there. */
  heartbeats = 0;
  ended = false;
  private rest = '';

  constructor(
    reply: Response,
    private readonly abort: AbortController,
  ) {
    void this.read(reply).finally(() => (this.ended = true));
  }

  close(): void {
    this.abort.abort();
  }

  /** The first hint that fits, as soon as there is one. */
  waitFor(fits: (hint: HeardHint) => boolean, timeoutMs = 5_000): Promise<HeardHint> {
    return until(
      () => this.hints.find(fits),
      timeoutMs,
      () => `no such hint; there were: ${JSON.stringify(this.hints)}`,
    );
  }

  private async read(reply: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const piece of reply.body ?? []) this.take(decoder.decode(piece, { stream: true }));
    } catch {
      // Closed, by us or by the service.
    }
  }

  private take(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data: ')) this.hints.push(JSON.parse(line.slice('data: '.length)));
      else if (line.startsWith(':')) this.heartbeats += 1;
    }
  }
}
