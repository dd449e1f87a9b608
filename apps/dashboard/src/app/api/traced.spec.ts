import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { traced } from './traced';

const headerOf = (url: string): string | null => {
  TestBed.inject(HttpClient).get(url).subscribe();
  return TestBed.inject(HttpTestingController).expectOne(url).request.headers.get('traceparent');
};

describe('what is asked of our own services', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([traced])), provideHttpClientTesting()],
    });
  });

  it('begins a trace of its own each time', () => {
    const [first, second] = [headerOf('/api/projects'), headerOf('/api/leads')];
    for (const header of [first, second]) expect(header).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(first?.slice(3, 35)).not.toBe(second?.slice(3, 35));
  });

  it('is all that begins one', () => {
    expect(headerOf('https://elsewhere.example/api/projects')).toBeNull();
    expect(headerOf('/icons/house.svg')).toBeNull();
  });
});
