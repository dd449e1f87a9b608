import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../auth/caller';
import { EndedSessions } from '../auth/ended-sessions';
import { problems } from '../http/problem';
import { Readiness } from '../observe/readiness';
import { HintListener } from './hint-listener';
import { HintStream } from './hint-stream';

/** Many tabs, not a flood: of one person's streams the oldest gives way. */
const mostPerPerson = 20;
/** Each holds a connection and some memory for as long as it is open. */
const mostAtAll = 2_000;

interface Open {
  readonly personId: string;
  readonly companyId: string;
  readonly stream: HintStream;
}

/** Every stream of hints that this process serves. */
@Injectable()
export class HintStreams {
  private readonly open = new Set<Open>();
  /** What is being asked in this very turn, by person and company. */
  private readonly asking = new Map<string, Promise<unknown>>();

  constructor(
    private readonly listener: HintListener,
    private readonly endedSessions: EndedSessions,
    readiness: Readiness,
  ) {
    listener.listen({
      heard: ({ companyId, type, id }) => {
        for (const one of this.open) if (one.companyId === companyId) one.stream.tell({ type, id });
      },
      // Whoever connects again reads anew, and so misses nothing.
      lost: () => this.endAll(),
    });
    readiness.onDrain(() => this.endAll());
  }

  /**
   * Answers with the hints of a company for as long as the token, the session and `mayRead` allow it. `mayRead` is asked
   * again before each push and rejects where the caller may not, or no more. Throws 503 while hints are not heard, and
   * where this process serves as many as it can.
   */
  serve(caller: Caller, companyId: string, mayRead: () => Promise<unknown>, reply: FastifyReply): void {
    if (!this.listener.listens) throw problems.unavailable('Changes cannot be told right now.', 2);
    const { personId } = caller;
    const own = [...this.open].filter((one) => one.personId === personId);
    if (own.length >= mostPerPerson) own[0]?.stream.cut();
    else if (this.open.size >= mostAtAll) throw problems.unavailable('Too many follow the changes just now.', 30);
    const check = async () => {
      if (caller.expiresAt !== undefined && caller.expiresAt <= Date.now()) throw problems.unauthenticated();
      const [isEnded] = await Promise.all([
        this.endedSessions.isEnded(caller.sid),
        this.askOnce(`${personId} ${companyId}`, mayRead),
      ]);
      if (isEnded) throw problems.unauthenticated();
    };
    const stream = new HintStream(check, () => this.open.delete(one));
    const one: Open = { personId, companyId, stream };
    this.open.add(one);
    void reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream.body);
  }

  /** One answer for all that ask at once, as the streams of one person do when a hint is heard; never one from before it. */
  private askOnce(key: string, mayRead: () => Promise<unknown>): Promise<unknown> {
    const asked = this.asking.get(key) ?? mayRead();
    this.asking.set(key, asked);
    queueMicrotask(() => this.asking.delete(key));
    return asked;
  }

  private endAll(): void {
    for (const { stream } of [...this.open]) stream.end();
  }
}
