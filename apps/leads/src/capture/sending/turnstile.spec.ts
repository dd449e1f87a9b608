import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { Turnstile } from './turnstile';

describe('the turnstile', () => {
  it('lets a few through at a time, in their order, and everybody in the end', async () => {
    const turnstile = new Turnstile();
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const visit = (number: number) =>
      turnstile.pass(async () => {
        most = Math.max(most, (inside += 1));
        order.push(number);
        await turn();
        inside -= 1;
        return number;
      });
    const numbers = Array.from({ length: 40 }, (_, at) => at);
    expect(await Promise.all(numbers.map(visit))).toEqual(numbers);
    expect(order).toEqual(numbers);
    expect(most).toBe(3);
  });

  it('lets 500 wait and tells the others to come again, before any work is done for them', async () => {
    const turnstile = new Turnstile();
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const visits = Array.from({ length: 503 }, () => turnstile.pass(() => opened));
    const late = () => turnstile.pass(async () => 'through');
    await expect(late()).rejects.toMatchObject({ status: 503, extras: { headers: { 'retry-after': '10' } } });
    open();
    await Promise.all(visits);
    expect(await late()).toBe('through');
  });

  it('goes on after work that fails', async () => {
    const turnstile = new Turnstile();
    const fail = () => turnstile.pass(() => Promise.reject(new Error('no')));
    await Promise.allSettled(Array.from({ length: 10 }, fail));
    expect(await turnstile.pass(async () => 'through')).toBe('through');
  });
});
