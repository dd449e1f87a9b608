import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { Refusal, Unreachable } from '../api/refusal';
import { bearer } from './bearer';
import { Session } from './session';
import { SignInAgain } from './sign-in-again';

const me = { person: { id: 'p', name: 'Anna Alder', email: 'anna@alder.example' }, companies: [], memberships: [] };
const problem = (code: string) => ({ type: 'about:blank', title: 'No', status: 401, code, correlationId: 'c' });
const unavailable = { status: 503, statusText: 'Service Unavailable' };
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('the session', () => {
  let http: HttpTestingController;
  let session: Session;
  let askedAgain: number;
  let again: string | null;

  beforeEach(() => {
    localStorage.clear();
    askedAgain = 0;
    again = null;
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([bearer])),
        provideHttpClientTesting(),
        { provide: SignInAgain, useValue: { ask: () => (askedAgain++, Promise.resolve(again)) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });

  const signIn = async () => {
    const done = session.signIn('anna@alder.example', 'correct horse battery');
    http.expectOne('/api/identity/sessions').flush({ person: me.person, accessToken: 'first' });
    await settled();
    http.expectOne('/api/identity/me').flush(me);
    await done;
  };
  const get = (path: string) => firstValueFrom(TestBed.inject(HttpClient).get(path));
  const carried = (request: TestRequest) => request.request.headers.get('Authorization');

  it('asks for one new token when several requests find the old one run out, and repeats each with it', async () => {
    await signIn();
    const answers = Promise.all([get('/api/projects'), get('/api/leads')]);
    const [projects, leads] = [http.expectOne('/api/projects'), http.expectOne('/api/leads')];
    expect([projects, leads].map(carried)).toEqual(['Bearer first', 'Bearer first']);
    projects.flush(problem('unauthenticated'), { status: 401, statusText: 'Unauthorized' });
    leads.flush(problem('unauthenticated'), { status: 401, statusText: 'Unauthorized' });

    http.expectOne('/api/identity/sessions/refresh').flush({ person: me.person, accessToken: 'second' });
    await settled();
    const repeated = [http.expectOne('/api/projects'), http.expectOne('/api/leads')];
    expect(repeated.map(carried)).toEqual(['Bearer second', 'Bearer second']);
    repeated.forEach((request) => request.flush({ items: [] }));
    expect(await answers).toHaveLength(2);
    expect(askedAgain).toBe(0);
  });

  it('uses the newer token when a late 401 comes back for the older one', async () => {
    await signIn();
    const [early, late] = [get('/api/projects'), get('/api/leads')];
    const [earlyCall, lateCall] = [http.expectOne('/api/projects'), http.expectOne('/api/leads')];
    earlyCall.flush(problem('unauthenticated'), { status: 401, statusText: 'Unauthorized' });
    http.expectOne('/api/identity/sessions/refresh').flush({ person: me.person, accessToken: 'second' });
    await settled();
    http.expectOne('/api/projects').flush({});
    await early;
    lateCall.flush(problem('unauthenticated'), { status: 401, statusText: 'Unauthorized' });
    await settled();
    const repeated = http.expectOne('/api/leads');
    expect(carried(repeated)).toBe('Bearer second');
    repeated.flush({});
    await late;
    http.verify();
  });

  it('asks to sign in again when the session has ended, and repeats what was under way', async () => {
    await signIn();
    again = 'third';
    const answer = get('/api/projects');
    http.expectOne('/api/projects').flush(problem('session_ended'), { status: 401, statusText: 'Unauthorized' });
    const refresh = http.expectOne('/api/identity/sessions/refresh');
    refresh.flush(problem('session_ended'), { status: 401, statusText: 'Unauthorized' });
    await settled();
    const repeated = http.expectOne('/api/projects');
    expect(carried(repeated)).toBe('Bearer third');
    repeated.flush({});
    await answer;
    expect(askedAgain).toBe(1);
  });

  it('keeps its person when identity cannot be reached', async () => {
    await signIn();
    const answer = get('/api/projects');
    http.expectOne('/api/projects').flush(problem('unauthenticated'), { status: 401, statusText: 'Unauthorized' });
    http.expectOne('/api/identity/sessions/refresh').error(new ProgressEvent('error'));
    await expect(answer).rejects.toBeInstanceOf(Unreachable);
    expect(session.me()?.person.name).toBe('Anna Alder');
    expect(askedAgain).toBe(0);
  });

  it('keeps its person, and asks for no sign-in, where a service cannot check tokens right now', async () => {
    await signIn();
    const answer = get('/api/projects');
    http.expectOne('/api/projects').flush(problem('unavailable'), unavailable);
    await expect(answer).rejects.toMatchObject({ status: 503 });
    http.verify();
    expect([session.token(), session.me()?.person.name, askedAgain]).toEqual(['first', 'Anna Alder', 0]);
  });

  it('says that it could not sign out rather than leave the session behind', async () => {
    await signIn();
    const put = session.signOut();
    http.expectOne('/api/identity/sessions/current').flush(problem('unavailable'), unavailable);
    await expect(put).rejects.toBeInstanceOf(Refusal);
    expect(session.me()?.person.name).toBe('Anna Alder');

    const done = session.signOut();
    http.expectOne('/api/identity/sessions/current').flush(null, { status: 204, statusText: 'No Content' });
    await done;
    expect(session.me()).toBeNull();
  });

  it('asks nobody where nobody ever signed in', async () => {
    expect(await session.restore()).toBe(false);
    http.verify();
  });

  it('comes back by the refresh cookie after a reload', async () => {
    await signIn();
    const reloaded = TestBed.runInInjectionContext(() => new Session());
    const restored = reloaded.restore();
    http.expectOne('/api/identity/sessions/refresh').flush({ person: me.person, accessToken: 'second' });
    await settled();
    http.expectOne('/api/identity/me').flush(me);
    expect(await restored).toBe(true);
    expect(reloaded.token()).toBe('second');
  });
});
