import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { WayBack } from './way-back';

describe('the way back after a forgotten password', () => {
  let way: WayBack;
  beforeEach(() => {
    localStorage.clear();
    way = TestBed.inject(WayBack);
  });

  it('leads the same person on, once, in whichever tab', () => {
    way.remember('Anna@home.example ', '/invite#token');
    const otherTab = TestBed.runInInjectionContext(() => new WayBack());
    expect(otherTab.take('anna@home.example')).toBe('/invite#token');
    expect(way.take('anna@home.example')).toBeNull();
  });

  it('leads nobody else, and waits for the person it is for', () => {
    way.remember('anna@home.example', '/invite#token');
    expect(way.take('ruth@alder.example')).toBeNull();
    expect(way.take('anna@home.example')).toBe('/invite#token');
  });

  it('is forgotten with the link that was mailed', () => {
    const hourAgo = Date.now() - 3_600_001;
    const kept = { email: 'anna@home.example', to: '/invite#token', until: hourAgo + 3_600_000 };
    localStorage.setItem('porchlight.way-back', JSON.stringify(kept));
    expect(way.take('ruth@alder.example')).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  it.each(['https://evil.example', '//evil.example'])('does not lead to %s', (to) => {
    way.remember('anna@home.example', to);
    expect(way.take('anna@home.example')).toBeNull();
  });

  it('bears with whatever stands in the storage', () => {
    localStorage.setItem('porchlight.way-back', '{"email":7}');
    expect(way.take('anna@home.example')).toBeNull();
  });
});
