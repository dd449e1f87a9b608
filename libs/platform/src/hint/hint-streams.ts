import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../auth/caller';
import { EndedSessions } from '../auth/ended-sessions';
import { problems } from '../http/problem';
import { Readiness } from '../observe/readiness';
import { HintListener } from './hint-listener';
import { HintStream } from './hint-stream';

/** Many tabs, not a flood: of one session's streams the oldest gives way. */
const mostPerSession = 20;

interface Open {
  readonly sid: string;
  readonly companyId: string;
  readonly stream: HintStream;
}

/** Every stream of hints that this process serves. */
@Injectable()
export class HintStreams {
  private readonly open = new Set<Open>();

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
   * again before each push and rejects where the caller may not, or no more. Throws 503 while hints are not heard.
   */
  serve(caller: Caller, companyId: string, mayRead: () => Promise<unknown>, reply: FastifyReply): void {
    if (!this.listener.listens) throw problems.unavailable('Changes cannot be told right now.', 2);
    const own = [...this.open].filter(({ sid }) => sid === caller.sid);
    if (own.length >= mostPerSession) own[0]?.stream.end();
    const check = async () => {
      const tokenEnded = caller.expiresAt !== undefined && caller.expiresAt <= Date.now();
      if (tokenEnded || (await this.endedSessions.isEnded(caller.sid))) throw problems.unauthenticated();
      await mayRead();
    };
    const stream = new HintStream(check, () => this.open.delete(one));
    const one: Open = { sid: caller.sid, companyId, stream };
    this.open.add(one);
    void reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream.body);
  }

  private endAll(): void {
    for (const { stream } of [...this.open]) stream.end();
  }
}
