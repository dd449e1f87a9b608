import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PortalViewV1 } from '@porchlight/contracts';
import fc from 'fast-check';
import { ALine } from '../testing/a-line';
import { aView } from '../testing/a-view';
import type { EndReason } from './ask-for-view';
import { LiveConnection, type Freshness } from './live-connection';

const frame = (version: number) => ({ type: 'view', version, view: aView({ version }) });

const watching = (version = 7) => {
  const line = new ALine();
  const shown: PortalViewV1[] = [];
  const said: Freshness[] = [];
  const ended: EndReason[] = [];
  const connection = new LiveConnection(version, line, {
    show: (view) => shown.push(view),
    fresh: (freshness) => said.push(freshness),
    end: (reason) => ended.push(reason),
  });
  connection.start();
  const now = () => said.at(-1);
  return { line, connection, shown, said, ended, now, state: () => now()?.state };
};

const live = () => {
  const watch = watching();
  watch.line.last.opened();
  watch.line.last.say(frame(7));
  return watch;
};

describe('a live connection', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-21T16:10:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not say live before the server has said something', async () => {
    const { line, state } = watching();
    expect(state()).toBe('connecting');
    line.last.opened();
    expect(state()).toBe('connecting');
    line.last.say(frame(7));
    expect(state()).toBe('live');
  });

  it('asks for the view when the socket opens and stays silent', async () => {
    const { line, state, shown } = watching();
    line.answers = () => ({ kind: 'view', view: aView({ version: 9 }) });
    line.last.opened();
    await jest.advanceTimersByTimeAsync(600);
    expect(line.asked).toEqual([7]);
    expect(shown.map(({ version }) => version)).toEqual([9]);
    expect(state()).toBe('live');
    expect(line.sockets).toHaveLength(1);
  });

  it('shows newer views only', () => {
    const { line, shown } = live();
    for (const version of [8, 8, 6, 10, 9]) line.last.say(frame(version));
    expect(shown.map(({ version }) => version)).toEqual([8, 10]);
  });

  it('never goes backwards, in whatever order frames and answers come (D5)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 30 }))), async (deliveries) => {
        const { line, connection, shown } = live();
        for (const [pushed, version] of deliveries) {
          line.answers = () => ({ kind: 'view', view: aView({ version }) });
          if (pushed) line.last.say(frame(version));
          else connection.wake();
          await jest.advanceTimersByTimeAsync(0);
        }
        const versions = shown.map(({ version }) => version);
        expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
        connection.stop();
      }),
      { numRuns: 60 },
    );
  });

  it('ignores what it does not understand', () => {
    const { line, shown, state } = live();
    for (const strange of [{ type: 'news' }, { type: 'view', view: {} }, { type: 'closing', reason: 'toString' }, []]) {
      line.last.say(strange);
    }
    line.last.heard('{not json');
    line.last.heard(new ArrayBuffer(4));
    expect(shown).toEqual([]);
    expect(state()).toBe('live');
  });

  it('says since when it is not live, and comes back', async () => {
    const { line, state, now } = live();
    const lastKnown = Date.now();
    await jest.advanceTimersByTimeAsync(5_000);
    line.answers = () => ({ kind: 'unreachable' });
    line.last.closed();
    expect(now()).toEqual({ state: 'reconnecting', asOf: lastKnown });
    await jest.advanceTimersByTimeAsync(750);
    expect(line.sockets).toHaveLength(2);
    line.last.opened();
    expect(state()).toBe('reconnecting');
    line.last.say(frame(7));
    expect(state()).toBe('live');
  });

  it('waits longer from attempt to attempt, up to half a minute, and starts afresh once live', async () => {
    const { line } = live();
    line.answers = () => ({ kind: 'unreachable' });
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      line.last.closed();
      const from = Date.now();
      const opened = line.sockets.length;
      while (line.sockets.length === opened) await jest.advanceTimersByTimeAsync(250);
      waits.push(Date.now() - from);
    }
    expect(waits).toEqual([750, 1_500, 3_000, 6_000, 12_000, 22_500, 22_500, 22_500]);
    line.last.say(frame(8));
    line.last.closed();
    await jest.advanceTimersByTimeAsync(750);
    expect(line.sockets).toHaveLength(10);
  });

  it('gives up a socket that never opens', async () => {
    const { line, state } = watching();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(line.sockets[0]?.hungUp).toBe(true);
    expect(state()).toBe('reconnecting');
  });

  it('catches up by the plain request while the socket is refused, without calling itself live', async () => {
    const { line, shown, now } = live();
    await jest.advanceTimersByTimeAsync(20_000);
    line.answers = () => ({ kind: 'view', view: aView({ version: 12 }) });
    line.last.closed();
    await jest.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)?.version).toBe(12);
    expect(now()).toEqual({ state: 'reconnecting', asOf: Date.now() });
  });

  it('finds out within half a minute that an open line is dead', async () => {
    const { line, state } = live();
    line.answers = () => ({ kind: 'unreachable' });
    await jest.advanceTimersByTimeAsync(30_000);
    expect(state()).toBe('reconnecting');
  });

  it('replaces a line that should have brought a newer view', async () => {
    const { line, shown, state } = live();
    line.answers = () => ({ kind: 'view', view: aView({ version: 8 }) });
    await jest.advanceTimersByTimeAsync(30_000);
    expect(shown.at(-1)?.version).toBe(8);
    expect(line.sockets).toHaveLength(2);
    expect(line.sockets[0]?.hungUp).toBe(true);
    expect(state()).toBe('connecting');
  });

  it('lets the server rest while nobody looks, and proves itself at once when somebody does', async () => {
    const { line, connection, said, state } = live();
    line.isVisible = false;
    await jest.advanceTimersByTimeAsync(600_000);
    expect(line.asked).toEqual([]);
    line.isVisible = true;
    const before = said.length;
    connection.wake();
    expect(state()).toBe('connecting');
    await jest.advanceTimersByTimeAsync(0);
    expect(said.slice(before).map(({ state: each }) => each)).toEqual(['connecting', 'live']);
  });

  it('says offline when the browser does, and comes back with the network', async () => {
    const { line, connection, state } = live();
    line.isOnline = false;
    line.answers = () => ({ kind: 'unreachable' });
    connection.lose();
    expect(state()).toBe('offline');
    line.isOnline = true;
    connection.wake();
    line.last.say(frame(7));
    expect(state()).toBe('live');
  });

  it.each(['revoked', 'expired', 'signed_out'] as const)('ends for good when told %s', async (reason) => {
    const { line, connection, ended, shown } = live();
    line.last.say({ type: 'closing', reason });
    line.last.say(frame(99));
    connection.wake();
    connection.lose();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(ended).toEqual([reason]);
    expect(shown).toEqual([]);
    expect(line.sockets).toHaveLength(1);
    expect(line.last.hungUp).toBe(true);
  });

  it.each(['restarting', 'unavailable', 'too_slow'] as const)('comes back when told after %s', async (reason) => {
    const { line, state, ended } = live();
    line.last.say({ type: 'closing', reason, retryAfterMs: 4_000 });
    expect(state()).toBe('reconnecting');
    await jest.advanceTimersByTimeAsync(3_999);
    expect(line.sockets).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_001);
    expect(line.sockets).toHaveLength(2);
    expect(ended).toEqual([]);
  });

  it('ends when the plain request says why the socket was refused', async () => {
    const { line, ended } = watching();
    line.answers = () => ({ kind: 'ended', reason: 'revoked' });
    line.last.closed();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ended).toEqual(['revoked']);
    expect(line.sockets).toHaveLength(1);
  });
});
