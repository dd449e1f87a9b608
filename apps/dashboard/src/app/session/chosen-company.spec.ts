import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ChosenCompany } from './chosen-company';
import { Session } from './session';

const company = (id: string, role: 'owner' | 'manager') => ({ id, name: id, role });
const part = (companyId: string) => ({
  companyId,
  companyName: companyId,
  projectId: `${companyId}-1`,
  role: 'subcontractor',
});

describe('the chosen company', () => {
  const who = signal({ person: { id: 'ruth' }, companies: [company('alder', 'owner'), company('lake', 'manager')] });
  const parts = signal([part('lake'), part('stone'), part('stone')]);

  /** The application as it is when the page was loaded anew. */
  const opened = (): ChosenCompany => {
    TestBed.resetTestingModule();
    const session = {
      me: () => who(),
      companies: () => who().companies,
      projectsAs: () => parts(),
    };
    TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: session }] });
    return TestBed.inject(ChosenCompany);
  };

  beforeEach(() => {
    localStorage.clear();
    who.set({ person: { id: 'ruth' }, companies: [company('alder', 'owner'), company('lake', 'manager')] });
  });

  it('is one of the staff at first, with those one only has tasks in behind, each once', () => {
    const chosen = opened();
    expect(chosen.all().map(({ id, role }) => [id, role])).toEqual([
      ['alder', 'owner'],
      ['lake', 'manager'],
      ['stone', 'subcontractor'],
    ]);
    expect(chosen.query()).toEqual({ companyId: 'alder' });
  });

  it('says what may be done there, not what may be done elsewhere', () => {
    const chosen = opened();
    expect([chosen.may('company.change'), chosen.may('lead.read')]).toEqual([true, true]);
    chosen.choose('lake');
    expect([chosen.may('company.change'), chosen.may('lead.read')]).toEqual([false, true]);
    chosen.choose('stone');
    expect([chosen.may('lead.read'), chosen.may('project.read')]).toEqual([false, true]);
  });

  it('is remembered for the person who chose it, and for nobody else', () => {
    opened().choose('lake');
    expect(opened().id()).toBe('lake');
    who.update((me) => ({ ...me, person: { id: 'max' } }));
    expect(opened().id()).toBe('alder');
  });

  it('is another one once its person has no part in it any more, and never one they had none in', () => {
    const chosen = opened();
    chosen.choose('elsewhere');
    expect(chosen.id()).toBe('alder');
    chosen.choose('lake');
    who.update((me) => ({ ...me, companies: [company('alder', 'owner')] }));
    parts.set([]);
    expect(chosen.id()).toBe('alder');
  });
});
