import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { Turnstile, TurnstileFull } from './turnstile';

describe('Turnstile', () => {
  it('never lets more in than it is wide, and lets everyone through', async () => {
    const turnstile = new Turnstile(2, 100);
    let inside = 0;
    let most = 0;
    const order: number[] = [];
    const visits = Array.from({ length: 20 }, (_, visitor) =>
      turnstile.pass(async () => {
        most = Math.max(most, ++inside);
        order.push(visitor);
        await setImmediate();
        inside -= 1;
      }),
    );
    await Promise.all(visits);
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, visitor) => visitor));
  });

  it('goes on after work that failed', async () => {
    const turnstile = new Turnstile(1, 1);
    await expect(turnstile.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turnstile.pass(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });

  it('turns away whom it has no room for', async () => {
    const turnstile = new Turnstile(1, 1);
    const first = turnstile.pass(() => setImmediate());
    const second = turnstile.pass(() => setImmediate());
    await expect(turnstile.pass(() => setImmediate())).rejects.toThrow(TurnstileFull);
    await Promise.all([first, second]);
  });
});
