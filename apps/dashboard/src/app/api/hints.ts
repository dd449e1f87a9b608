import { DestroyRef, DOCUMENT, effect, inject, Injectable, untracked } from '@angular/core';
import { Session } from '../session/session';
import { HintStream, type ReadConnection } from './hint-stream';
import { type News } from './news';

interface Shared {
  readonly stream: HintStream;
  readonly listeners: Set<(news: News) => void>;
}

/**
 * What others change, as it happens. Fetched rather than an `EventSource`: that could not carry the bearer. Everybody who
 * listens to the same shares one stream, and no hidden tab holds one: browsers allow six connections to an origin.
 */
@Injectable({ providedIn: 'root' })
export class Hints {
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly streams = new Map<string, Shared>();

  constructor() {
    this.document.addEventListener('visibilitychange', () => {
      for (const { stream } of this.streams.values()) this.run(stream);
    });
  }

  /** Until the function it gives is called. */
  listen(url: string, listener: (news: News) => void): () => void {
    const shared = this.streams.get(url) ?? this.open(url);
    shared.listeners.add(listener);
    return () => {
      shared.listeners.delete(listener);
      if (shared.listeners.size > 0) return;
      shared.stream.stop();
      this.streams.delete(url);
    };
  }

  private open(url: string): Shared {
    const listeners: Shared['listeners'] = new Set();
    const stream = new HintStream(this.reader(url), (news) => {
      for (const listener of [...listeners]) listener(news);
    });
    this.streams.set(url, { stream, listeners });
    this.run(stream);
    return { stream, listeners };
  }

  private run(stream: HintStream): void {
    if (this.document.visibilityState === 'hidden') stream.stop();
    else stream.start();
  }

  private reader(url: string): ReadConnection {
    return async (signal, opened, text) => {
      const answer = await this.ask(url, signal);
      if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`);
      opened();
      const [reader, decoder] = [answer.body.getReader(), new TextDecoder()];
      for (let part = await reader.read(); !part.done; part = await reader.read())
        text(decoder.decode(part.value, { stream: true }));
    };
  }

  /** With a fresh token where the old one ran out. Whoever must sign in again is asked by the page, not from here. */
  private async ask(url: string, signal: AbortSignal): Promise<Response> {
    const token = this.session.token() ?? (await this.session.refresh(null));
    const answer = await this.fetch(url, token, signal);
    if (answer.status !== 401) return answer;
    return this.fetch(url, await this.session.refresh(token), signal);
  }

  private fetch(url: string, token: string | null, signal: AbortSignal): Promise<Response> {
    if (!token) throw new Error('nobody is signed in');
    const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${token}` };
    return fetch(url, { headers, signal, cache: 'no-store' });
  }
}

/**
 * Tells a page what may have changed: `onHint('/api/leads/changes', chosen.query, (news) => news.touches('lead') && …)`.
 * An empty query listens to nothing yet. Call it in an injection context.
 */
export function onHint(path: string, query: () => Record<string, string>, fn: (news: News) => void): void {
  const hints = inject(Hints);
  let leave: (() => void) | undefined;
  effect(() => {
    const asked = new URLSearchParams(query()).toString();
    leave?.();
    leave = asked ? untracked(() => hints.listen(`${path}?${asked}`, fn)) : undefined;
  });
  inject(DestroyRef).onDestroy(() => leave?.());
}
