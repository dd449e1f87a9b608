import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bearer } from './bearer';
import { builder, signedIn } from './guards';
import { SignInTrace } from './sign-in-trace';

@Component({ template: 'workbench' })
class Workbench {}
@Component({ template: 'sign in' })
class SignIn {}
@Component({ template: 'cannot be reached' })
class Away {}

const owner = {
  person: { id: 'p', name: 'Anna Alder', email: 'anna@alder.example' },
  companies: [{}],
  memberships: [],
};
const refusal = (status: number, code: string) =>
  [
    { type: 'about:blank', title: 'No', status, code, correlationId: 'c' },
    { status, statusText: 'No' },
  ] as const;
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('the way to a page of the dashboard', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([bearer])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'leads', component: Workbench, canActivate: [signedIn, builder] },
          { path: 'sign-in', component: SignIn },
          { path: 'away', component: Away },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(SignInTrace).leave();
  });

  /** Opens the page anew, by the refresh cookie. */
  const open = async (answer: () => Promise<void>): Promise<string> => {
    const harness = await RouterTestingHarness.create();
    const navigated = TestBed.inject(Router).navigateByUrl('/leads');
    await turn();
    await answer();
    await navigated;
    await harness.fixture.whenStable();
    return harness.routeNativeElement?.textContent ?? '';
  };
  const refresh = () => http.expectOne('/api/identity/sessions/refresh');
  const refreshed = async () => {
    refresh().flush({ person: owner.person, accessToken: 'first' });
    await turn();
  };

  it('is open to who is signed in', async () => {
    const shown = await open(async () => {
      await refreshed();
      http.expectOne('/api/identity/me').flush(owner);
    });
    expect(shown).toBe('workbench');
  });

  it('leads to signing in where the session has ended', async () => {
    expect(await open(async () => refresh().flush(...refusal(401, 'session_ended')))).toBe('sign in');
  });

  it.each([
    ['identity is away', 503, 'unavailable'],
    ['too many ask', 429, 'too_many_requests'],
  ])('says that Porchlight cannot be reached, and asks for no sign-in, where %s', async (_, status, code) => {
    expect(await open(async () => refresh().flush(...refusal(status, code)))).toBe('cannot be reached');
  });

  it('says the same where tokens cannot be checked right now', async () => {
    const shown = await open(async () => {
      await refreshed();
      http.expectOne('/api/identity/me').flush(...refusal(503, 'unavailable'));
    });
    expect(shown).toBe('cannot be reached');
    expect(TestBed.inject(SignInTrace).isLeft()).toBe(true);
  });
});
