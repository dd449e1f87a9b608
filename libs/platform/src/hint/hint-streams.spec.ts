import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { setImmediate as turn } from 'node:timers/promises';
import type { EndedSessions } from '../auth/ended-sessions';
import { Readiness } from '../observe/readiness';
import type { ToldHint } from './hint';
import type { HintListener } from './hint-listener';
import { HintStreams } from './hint-streams';

class Reader {
  text = '';
  ended = false;
  readonly reply: FastifyReply;

  constructor() {
    const reply = {
      header: () => reply,
      send: (body: NodeJS.ReadableStream) => {
        body.on('data', (piece: Buffer) => (this.text += piece.toString()));
        body.on('close', () => (this.ended = true));
        return reply;
      },
    };
    this.reply = reply as unknown as FastifyReply;
  }
}

describe('the streams of hints of one process', () => {
  let tell: (hint: ToldHint) => void;
  let streams: HintStreams;
  let asked: string[];
  let refused: Set<string>;
  let endedSessions: Set<string>;
  let readiness: Readiness;

  beforeEach(() => {
    [asked, refused, endedSessions, readiness] = [[], new Set(), new Set(), new Readiness()];
    const listener = { listens: true, listen: (ears: { heard: typeof tell }) => (tell = ears.heard) };
    const sessions: EndedSessions = { isEnded: async (sid) => endedSessions.has(sid) };
    streams = new HintStreams(listener as unknown as HintListener, sessions, readiness);
  });

  const follow = (personId: string, sid = `of ${personId}`, companyId = 'alder'): Reader => {
    const reader = new Reader();
    const mayRead = async () => {
      asked.push(personId);
      if (refused.has(personId)) throw new Error('no more');
    };
    streams.serve({ personId, sid, membershipVersion: 1 }, companyId, mayRead, reader.reply);
    return reader;
  };
  const hint = (id: string) => tell({ companyId: 'alder', type: 'lead', id });

  it('asks once for all screens of one person when a hint is heard, and anew for the next', async () => {
    const [tabs, other] = [Array.from({ length: 5 }, () => follow('ruth')), follow('max')];
    hint('a');
    await turn();
    expect(asked).toEqual(['ruth', 'max']);
    for (const { text } of [...tabs, other]) expect(text).toContain('"id":"a"');
    refused.add('ruth');
    hint('b');
    await turn();
    expect(asked).toEqual(['ruth', 'max', 'ruth', 'max']);
    for (const tab of tabs) expect([tab.ended, tab.text.includes('"b"')]).toEqual([true, false]);
    expect(other.text).toContain('"id":"b"');
  });

  it('ends with its own session alone', async () => {
    const [phone, desk] = [follow('ruth', 'phone'), follow('ruth', 'desk')];
    endedSessions.add('phone');
    hint('a');
    await turn();
    expect([phone.ended, phone.text.includes('"a"')]).toEqual([true, false]);
    expect([desk.ended, desk.text.includes('"a"')]).toEqual([false, true]);
  });

  it('are 20 of one person, however many sessions they have: the oldest gives way', async () => {
    const other = follow('max');
    const own: Reader[] = [];
    for (let session = 0; session < 23; session += 1) {
      own.push(follow('ruth', `session ${session}`));
      await turn();
    }
    expect(own.map(({ ended }) => ended)).toEqual([...Array(3).fill(true), ...Array(20).fill(false)]);
    expect(other.ended).toBe(false);
  });

  it('are bounded at all: 503 beyond', async () => {
    for (let person = 0; person < 2_000; person += 1) follow(`person ${person}`);
    expect(() => follow('one more')).toThrow(expect.objectContaining({ status: 503 }));
    readiness.drain();
    await turn();
  });
});
