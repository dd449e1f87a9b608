import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { heartbeatMs, HintStream } from './hint-stream';

describe('a stream of hints', () => {
  let text: string;
  let ended: number;
  let rights: (() => Promise<void>)[];
  let asked: number;
  let stream: HintStream;

  /** The right is as the test says, in turn; then it stands. */
  const open = (): void => {
    stream = new HintStream(
      () => {
        asked += 1;
        return rights.shift()?.() ?? Promise.resolve();
      },
      () => (ended += 1),
    );
    stream.body.on('data', (piece: Buffer) => (text += piece.toString()));
  };
  const settle = () => jest.advanceTimersByTimeAsync(1);

  beforeEach(async () => {
    jest.useFakeTimers();
    [text, rights, asked] = ['', [], 0];
    open();
    await settle();
    ended = 0;
  });
  afterEach(() => {
    stream.end();
    jest.useRealTimers();
  });

  it('says at once that it is there, and then every 15 seconds', async () => {
    expect(text).toBe(':\n\n');
    await jest.advanceTimersByTimeAsync(2 * heartbeatMs);
    expect(text).toBe(':\n\n'.repeat(3));
    expect(asked).toBe(2);
  });

  it('tells what to read again, a line each, and nothing beside', async () => {
    stream.tell({ type: 'lead', id: 'a', name: 'The Okafors' } as { type: string; id: string });
    await settle();
    expect(text).toBe(':\n\ndata: {"type":"lead","id":"a"}\n\n');
  });

  it('asks once for a burst, and anew for what came while it was asked', async () => {
    let answer: () => void = () => undefined;
    rights.push(() => new Promise<void>((resolve) => (answer = resolve)));
    stream.tell({ type: 'lead', id: 'a' });
    for (const id of ['b', 'b', 'c']) stream.tell({ type: 'lead', id });
    await settle();
    expect(text).toBe(':\n\n');
    answer();
    await settle();
    expect([...text.matchAll(/"id":"(.)"/g)].map(([, id]) => id)).toEqual(['a', 'b', 'c']);
    expect(asked).toBe(2);
  });

  it('ends without a word where the right is gone, be it at a hint or at a heartbeat', async () => {
    const refused = () => Promise.reject(new Error('no more'));
    rights.push(refused);
    stream.tell({ type: 'lead', id: 'secret' });
    await settle();
    expect({ text, ended }).toEqual({ text: ':\n\n', ended: 1 });
    stream.tell({ type: 'lead', id: 'secret' });

    open();
    rights.push(refused);
    await jest.advanceTimersByTimeAsync(heartbeatMs);
    expect({ text, ended }).toEqual({ text: ':\n\n'.repeat(2), ended: 2 });
  });

  it('cuts a reader who reads nothing', async () => {
    stream.body.pause();
    for (let n = 0; n < 3; n++) {
      for (let id = 0; id < 1_000; id++) stream.tell({ type: 'lead', id: `${n}-${id}`.padEnd(36, '0') });
      await settle();
    }
    expect(ended).toBe(1);
  });
});
