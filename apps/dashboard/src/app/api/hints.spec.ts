import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HintLines } from './hint-lines';
import { delayAfter, HintStream, type ReadConnection } from './hint-stream';
import { type News } from './news';

const hint = (type: string, id: string) => `data: ${JSON.stringify({ type, id })}\n\n`;

describe('server-sent hints', () => {
  it('are read from pieces cut anywhere, heartbeats and what is not understood aside', () => {
    const lines = new HintLines();
    const whole = `: here\n\n${hint('lead', 'a')}data: {"later":1}\n\ndata: {broken\n\n${hint('client', 'b')}`;
    expect([...whole].flatMap((letter) => lines.read(letter))).toEqual([
      { type: 'lead', id: 'a' },
      { type: 'client', id: 'b' },
    ]);
  });
});

/** Connections the test holds the other end of. */
const line = () => {
  const connections: { opened: () => void; text: (piece: string) => void; cut: () => void; aborted: () => boolean }[] =
    [];
  const read: ReadConnection = (signal, opened, text) =>
    new Promise((_resolve, reject) => {
      const cut = () => reject(new Error('cut'));
      signal.addEventListener('abort', cut);
      connections.push({ opened, text, cut, aborted: () => signal.aborted });
    });
  return { read, connections };
};

describe('a stream of hints', () => {
  const told: News[] = [];
  let ends: ReturnType<typeof line>;
  let stream: HintStream;

  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
    ends = line();
    stream = new HintStream(ends.read, (news) => told.push(news));
    stream.start();
  });
  afterEach(() => {
    stream.stop();
    jest.useRealTimers();
  });
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  /** What was read before anybody listened has been told of. */
  const opened = async () => {
    ends.connections[0]?.opened();
    await pass(200);
    told.length = 0;
  };

  it('says once it stands that anything may have changed since the page was read', async () => {
    expect(told).toHaveLength(0);
    ends.connections[0]?.opened();
    await pass(60_000);
    expect(told.map((news) => news.touches('lead', 'any'))).toEqual([true]);
  });

  it('tells a burst at once, and only what it touches', async () => {
    await opened();
    for (const id of ['a', 'b', 'a']) ends.connections[0]?.text(hint('lead', id));
    await pass(1_000);
    expect(told).toHaveLength(1);
    const [news] = told;
    expect([news?.touches('lead'), news?.touches('lead', 'c', 'b'), news?.touches('lead', 'c')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(news?.touches('client')).toBe(false);
  });

  it('comes back after it was cut, and says that anything may have changed meanwhile', async () => {
    await opened();
    await pass(20_000);
    expect(told).toHaveLength(0);
    ends.connections[0]?.cut();
    await pass(1_000);
    expect(ends.connections).toHaveLength(2);
    expect(told).toHaveLength(0);
    ends.connections[1]?.opened();
    await pass(200);
    expect(told.map((news) => news.touches('lead', 'any'))).toEqual([true]);
  });

  it('waits longer after each failure, to a minute at most, and each for a time of its own', async () => {
    expect([1, 2, 3, 9].map((failures) => delayAfter(failures, 1))).toEqual([2_000, 4_000, 8_000, 60_000]);
    expect(delayAfter(3, 0)).toBe(4_000);
    ends.connections[0]?.cut();
    await pass(2_000);
    ends.connections[1]?.cut();
    await pass(1_900);
    expect(ends.connections).toHaveLength(2);
    await pass(2_100);
    expect(ends.connections).toHaveLength(3);
  });

  it('takes a connection without a heartbeat for dead', async () => {
    ends.connections[0]?.opened();
    await pass(30_000);
    ends.connections[0]?.text(':\n\n');
    await pass(30_000);
    expect(ends.connections[0]?.aborted()).toBe(false);
    await pass(15_000);
    expect(ends.connections[0]?.aborted()).toBe(true);
    expect(ends.connections).toHaveLength(2);
  });

  it('holds no connection while it is stopped, and begins anew without waiting', async () => {
    await opened();
    stream.stop();
    expect(ends.connections[0]?.aborted()).toBe(true);
    await pass(300_000);
    expect(ends.connections).toHaveLength(1);
    stream.start();
    stream.start();
    expect(ends.connections).toHaveLength(2);
    ends.connections[1]?.opened();
    await pass(200);
    expect(told).toHaveLength(1);
  });
});
