import { beforeEach, describe, expect, it } from '@jest/globals';
import { believedFor, ConfirmedSessions } from './confirmed-sessions';

describe('the sessions that identity confirmed', () => {
  let sessions: ConfirmedSessions;
  beforeEach(() => {
    sessions = new ConfirmedSessions();
  });

  it('are believed for a while, each from when it was confirmed last', () => {
    sessions.add('a', 0);
    sessions.add('b', 0);
    sessions.add('a', 1_000);
    expect([sessions.has('a', believedFor), sessions.has('b', believedFor)]).toEqual([true, true]);
    expect([sessions.has('a', believedFor + 1), sessions.has('b', believedFor + 1)]).toEqual([true, false]);
    expect([sessions.has('a', believedFor + 1_001), sessions.has('c', 0)]).toEqual([false, false]);
  });

  it('are kept no longer than they are believed, though nobody asks about them again', () => {
    let most = 0;
    // One that is confirmed again and again holds up none that is not.
    for (let now = 0; now < 100 * believedFor; now += 1_000) {
      sessions.add('of somebody who stays', now);
      sessions.add(`since ${now}`, now);
      most = Math.max(most, sessions.size);
    }
    expect(most).toBe(believedFor / 1_000 + 2);
    sessions.add('much later', 200 * believedFor);
    expect(sessions.size).toBe(1);
  });

  it('are forgotten by one, or all', () => {
    sessions.add('a', 0);
    sessions.add('b', 0);
    sessions.delete('a');
    expect([sessions.has('a', 0), sessions.has('b', 0)]).toEqual([false, true]);
    sessions.clear();
    expect(sessions.size).toBe(0);
  });
});
