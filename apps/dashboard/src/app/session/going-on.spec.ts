import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Portals } from '../portals/portals';
import { GoingOn } from './going-on';
import { Session } from './session';
import { WayBack } from './way-back';

const garden = '01a1ff8e-0729-70b6-a93d-f27230f12206';
const roof = '01a1ff8e-0729-70b6-a93d-f27230f12207';

/** A person by what they are part of. */
const signedIn = (roles: { staff?: true; subcontractor?: true; customerOf?: string[] }) => ({
  me: () => ({ person: { email: 'anna@home.example' } }),
  isBuilder: () => roles.staff === true,
  isSubcontractor: () => roles.subcontractor === true,
  projectsAs: () => (roles.customerOf ?? []).map((projectId) => ({ projectId })),
  onlyPortal: () =>
    roles.customerOf?.length === 1 && !roles.staff && !roles.subcontractor ? roles.customerOf[0] : null,
});

describe('where somebody goes who has signed in', () => {
  let went: string[];
  beforeEach(() => {
    localStorage.clear();
    went = [];
  });
  const go = async (roles: Parameters<typeof signedIn>[0], wanted?: string) => {
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: signedIn(roles) },
        { provide: Portals, useValue: { leadIn: async (id: string) => void went.push(`portal of ${id}`) } },
        { provide: Router, useValue: { navigateByUrl: async (url: string) => void went.push(url) } },
      ],
    });
    await TestBed.inject(GoingOn).go(wanted);
    return went;
  };

  it('is the work for staff, or where they wanted to go', async () => {
    expect(await go({ staff: true })).toEqual(['/projects']);
    TestBed.resetTestingModule();
    expect(await go({ staff: true }, '/leads')).toEqual(['/projects', '/leads']);
  });

  it('is the one portal of a customer, and the choice among several', async () => {
    expect(await go({ customerOf: [garden] })).toEqual([`portal of ${garden}`]);
    TestBed.resetTestingModule();
    expect(await go({ customerOf: [garden, roof] })).toEqual([`portal of ${garden}`, '/portals']);
  });

  it('is the portal that was asked for, also for staff', async () => {
    expect(await go({ staff: true, customerOf: [roof] }, `/portal/${roof}`)).toEqual([`portal of ${roof}`]);
  });

  it('is never the work for somebody without any', async () => {
    expect(await go({ customerOf: [garden, roof] }, '/leads')).toEqual(['/portals']);
    TestBed.resetTestingModule();
    expect(await go({ customerOf: [garden, roof] }, '/account')).toEqual(['/portals', '/account']);
  });

  it('is the invitation from which they went to choose a new password', async () => {
    TestBed.inject(WayBack).remember('anna@home.example', '/invite#token');
    TestBed.resetTestingModule();
    expect(await go({ customerOf: [garden] })).toEqual(['/invite#token']);
  });
});
