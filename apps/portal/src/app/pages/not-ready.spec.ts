import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { RELOAD } from './come-back';
import { NotReady } from './not-ready';

const { fetch: realFetch } = globalThis;

describe('a page that is not ready', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    Object.assign(globalThis, { fetch: realFetch });
    jest.useRealTimers();
  });

  it('asks until there is an answer, then opens by itself', async () => {
    const statuses = [503, 503, 200];
    const asked = jest.fn(async () => ({ status: statuses.shift() ?? 200 }));
    Object.assign(globalThis, { fetch: asked });
    const reload = jest.fn();
    TestBed.configureTestingModule({ providers: [{ provide: RELOAD, useValue: reload }] });
    TestBed.createComponent(NotReady).detectChanges();
    await jest.advanceTimersByTimeAsync(4_000);
    expect(reload).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('stops asking when it is left', async () => {
    const asked = jest.fn(async () => ({ status: 503 }));
    Object.assign(globalThis, { fetch: asked });
    TestBed.configureTestingModule({ providers: [{ provide: RELOAD, useValue: () => {} }] });
    TestBed.createComponent(NotReady).destroy();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).not.toHaveBeenCalled();
  });
});
