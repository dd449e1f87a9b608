import { describe, expect, it } from '@jest/globals';
import { portalViewOf } from './portal-view';
import { portalProject, portalShell } from './portal-view.factory';

const facts = { project: portalProject(), projectVersion: 7, shell: portalShell(), shellVersion: 5 };

describe('portalViewOf', () => {
  it('adds the versions of both facts', () => {
    expect(portalViewOf(facts).version).toBe(12);
  });

  it('carries both facts whole', () => {
    const { version, ...view } = portalViewOf(facts);
    expect(version).toBe(12);
    expect(view).toEqual({ ...facts.project, ...facts.shell });
  });

  it('carries the newest three updates, and says how many are older', () => {
    const updates = Array.from({ length: 5 }, (_, at) => ({
      id: `7c1f4b7e-52a4-4a53-9d76-0f2f3ad1c00${at}`,
      text: `Update ${at}`,
      at: '2026-11-20T09:00:00.000Z',
    }));
    const view = portalViewOf({ ...facts, project: portalProject({ updates }) });
    expect(view.updates).toEqual(updates.slice(0, 3));
    expect(view.olderUpdates).toBe(2);
  });

  it('lets nothing pass that a portal view does not name, however deep it sits', () => {
    const budget = { budget: { amount: '90210.00', currency: 'USD' } };
    const item = { id: '7c1f4b7e-52a4-4a53-9d76-0f2f3ad1c001', title: 'Tiles', kind: 'selection', status: 'waiting' };
    const leaky = {
      ...facts,
      project: { ...portalProject(), ...budget, items: [{ ...item, ...budget } as never] },
      shell: { ...portalShell(), ...budget },
    };
    expect(JSON.stringify(portalViewOf(leaky))).not.toContain('budget');
    expect(portalViewOf(leaky).items).toEqual([item]);
  });
});
