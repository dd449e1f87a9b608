import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { BehaviorSubject } from 'rxjs';
import { InvitationLink, type InvitationState } from './invitation-link';

const inspect = '/api/identity/invitations/inspect';
const problem = (status: number, code: string) => ({
  type: 'about:blank',
  title: 'No',
  status,
  code,
  correlationId: 'c',
});
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('the link of an invitation', () => {
  let http: HttpTestingController;
  let link: InvitationLink;
  let fragment: BehaviorSubject<string | null>;
  let looked: InvitationState['kind'][];

  const open = async (token: string | null) => {
    fragment = new BehaviorSubject(token);
    looked = [];
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: ActivatedRoute, useValue: { fragment } }],
    });
    http = TestBed.inject(HttpTestingController);
    link = TestBed.runInInjectionContext(() => new InvitationLink(({ kind }) => looked.push(kind)));
    await settled();
  };
  const answer = async (status: number, body: object) => {
    http.expectOne(inspect).flush(body, { status, statusText: 'Answer' });
    await settled();
  };

  beforeEach(() => localStorage.clear());

  it.each(['pending', 'accepted', 'expired', 'revoked'] as const)('is %s where identity says so', async (status) => {
    await open('token');
    expect(link.state().kind).toBe('looking');
    await answer(200, { status, companyName: 'Alder & Sons' });
    expect(link.state()).toMatchObject({ kind: status, invitation: { companyName: 'Alder & Sons' } });
    expect(looked).toEqual([status]);
  });

  it.each([
    [410, 'invitation_superseded', 'superseded'],
    [404, 'not_found', 'unknown'],
    [400, 'invalid_request', 'unknown'],
    [429, 'too_many_requests', 'trouble'],
    [500, 'internal', 'trouble'],
  ])('after %s %s is %s', async (status, code, kind) => {
    await open('token');
    await answer(status, problem(status, code));
    expect(link.state().kind).toBe(kind);
  });

  it('may be looked at again when nobody answered', async () => {
    await open('token');
    http.expectOne(inspect).error(new ProgressEvent('error'));
    await settled();
    expect(link.state().kind).toBe('trouble');
    void link.look();
    await settled();
    await answer(200, { status: 'pending' });
    expect(link.state().kind).toBe('pending');
  });

  it('is asked about by its token alone, and not at all without one', async () => {
    await open(null);
    http.expectNone(inspect);
    expect(link.state().kind).toBe('unknown');
  });

  it('gives way to another link opened in the same tab, whichever answers last', async () => {
    await open('first');
    const first = http.expectOne(inspect);
    fragment.next('second');
    await settled();
    await answer(200, { status: 'pending' });
    first.flush({ status: 'revoked' });
    await settled();
    expect(link.state().kind).toBe('pending');
    expect(link.page).toBe('/invite#second');
  });
});
