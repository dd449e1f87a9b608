import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { portalViewOf } from '../view/portal-view';
import { portalProject, portalShell } from '../view/portal-view.factory';
import { ViewFrame } from './frame';
import { Screen } from './screen.factory';

const frame = (version: number) =>
  new ViewFrame(
    portalViewOf({ project: portalProject(), projectVersion: version - 1, shell: portalShell(), shellVersion: 1 }),
  );

describe('Viewer', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is handed nothing after it was closed, but the reason', () => {
    const screen = new Screen();
    screen.viewer.offer(frame(2));
    screen.viewer.close('revoked');
    screen.viewer.offer(frame(3));
    screen.viewer.close('expired');
    expect(screen.frames.map((sent) => (sent.type === 'closing' ? sent.reason : sent.version))).toEqual([2, 'revoked']);
    expect(screen.closedWith).toBe(1008);
  });

  it('is terminated when its closing handshake drags on', () => {
    const screen = new Screen();
    screen.viewer.close('restarting', 700);
    expect(screen.frames).toEqual([{ type: 'closing', reason: 'restarting', retryAfterMs: 700 }]);
    expect(screen.closedWith).toBe(1012);
    jest.advanceTimersByTime(999);
    expect(screen.terminated).toBe(false);
    jest.advanceTimersByTime(1);
    expect(screen.terminated).toBe(true);
  });

  it('gets what it missed after a pause, and nothing during one', () => {
    const screen = new Screen();
    screen.viewer.pause();
    screen.viewer.pause();
    expect(screen.viewer.offer(frame(2))).toBe(false);
    screen.viewer.resume();
    expect(screen.viewer.offer(frame(2))).toBe(false);
    screen.viewer.resume();
    expect(screen.viewer.offer(frame(2))).toBe(true);
  });

  it('is cut off when it stopped reading', () => {
    const screen = new Screen();
    screen.bufferedAmount = 1024 * 1024;
    screen.viewer.offer(frame(2));
    expect(screen.terminated).toBe(true);
    expect(screen.viewer.closedFor).toBe('too_slow');
    expect(screen.sent).toEqual([]);
  });

  it('is cut off when it answers no ping', () => {
    const screen = new Screen();
    screen.viewer.ping();
    screen.viewer.pong();
    screen.viewer.ping();
    expect(screen.terminated).toBe(false);
    screen.viewer.ping();
    expect(screen.terminated).toBe(true);
  });

  it('may ping, but not flood', () => {
    const screen = new Screen();
    for (let count = 0; count < 30; count++) screen.viewer.pinged();
    expect(screen.closedWith).toBeNull();
    screen.viewer.pinged();
    expect(screen.closedWith).toBe(1008);
  });

  it('is handed nothing after a close that the client began', () => {
    const screen = new Screen();
    screen.readyState = 2;
    expect(screen.viewer.offer(frame(2))).toBe(false);
    expect(screen.sent).toEqual([]);
  });

  it('closed before its handshake, it never gets a frame', () => {
    const screen = new Screen();
    screen.viewer.left();
    expect(screen.viewer.offer(frame(2))).toBe(false);
    expect(screen.sent).toEqual([]);
  });
});
