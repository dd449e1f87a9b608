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

  it('goes on after work that fails', async () => {
    const turnstile = new Turnstile();
    const fail = () => turnstile.pass(() => Promise.reject(new Error('no')));
    await Promise.allSettled(Array.from({ length: 10 }, fail));
    expect(await turnstile.pass(async () => 'through')).toBe('through');
  });
});
