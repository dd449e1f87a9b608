import type { Task } from '@porchlight/contracts';
import { describe, expect, it } from '@jest/globals';
import { invitedChoice, showAssignee } from './assignee-choice';
import { planSections } from './plan-rows';
import { choosable, toProgress, toStatus } from './task-change';
import { draftOf, wantedBy } from './task-draft';

const task = (over: Partial<Task> = {}): Task => ({
  id: 'a',
  projectId: 'p',
  version: 1,
  name: 'Footings',
  section: 'execution',
  parentId: null,
  start: '2026-08-03',
  durationDays: 3,
  end: '2026-08-05',
  status: 'not_started',
  progress: 0,
  assignee: null,
  estimatedCost: null,
  committedCost: null,
  actualCost: null,
  notes: null,
  requiresAcknowledgement: false,
  order: 1,
  hasChildren: false,
  ...over,
});

describe('the plan', () => {
  it('always has the three sections, in their order', () => {
    expect(planSections([]).map(({ section }) => section)).toEqual(['planning', 'execution', 'closeout']);
  });

  it('puts the parts of a task under it, indented, each level in its own order', () => {
    const rows = planSections([
      task({ id: 'windows', order: 2, hasChildren: true }),
      task({ id: 'seal', parentId: 'windows', order: 2 }),
      task({ id: 'frames', parentId: 'windows', order: 1 }),
      task({ id: 'roof', order: 1 }),
    ])[1]?.rows;
    expect(rows?.map(({ task: { id }, depth }) => [id, depth])).toEqual([
      ['roof', 0],
      ['windows', 0],
      ['frames', 1],
      ['seal', 1],
    ]);
  });

  it('shows a part whose task is out of sight by itself', () => {
    const rows = planSections([task({ id: 'seal', parentId: 'windows' })])[1]?.rows;
    expect(rows?.map(({ task: { id }, depth }) => [id, depth])).toEqual([['seal', 0]]);
  });

  it('counts leaves only', () => {
    const [, execution] = planSections([
      task({ id: 'windows', hasChildren: true, status: 'in_progress', progress: 50 }),
      task({ id: 'frames', parentId: 'windows', status: 'complete', progress: 100 }),
      task({ id: 'seal', parentId: 'windows' }),
    ]);
    expect(execution).toMatchObject({ leaves: 2, complete: 1 });
  });
});

describe('a status chosen in the row', () => {
  it('brings the progress along', () => {
    expect(toStatus(task({ status: 'in_progress', progress: 40 }), 'complete')).toEqual({
      status: 'complete',
      progress: 100,
    });
    expect(toStatus(task({ status: 'in_progress', progress: 40 }), 'not_started')).toEqual({
      status: 'not_started',
      progress: 0,
    });
    expect(toStatus(task({ status: 'in_progress', progress: 40 }), 'blocked')).toEqual({ status: 'blocked' });
  });

  it('asks how far a task is that was complete', () => {
    expect(toStatus(task({ status: 'complete', progress: 100 }), 'in_progress')).toBeNull();
    expect(toStatus(task({ status: 'complete', progress: 100 }), 'not_started')).toEqual({
      status: 'not_started',
      progress: 0,
    });
  });

  it('is no change when it is what it was', () => {
    expect(toStatus(task(), 'not_started')).toEqual({});
  });

  it('offers review only where it stands', () => {
    expect(choosable(task())).not.toContain('pending_review');
    expect(choosable(task({ status: 'pending_review', progress: 99 }))).toContain('pending_review');
  });
});

describe('a progress typed in the row', () => {
  it('completes at 100, starts above 0, and opens a complete task again', () => {
    expect(toProgress(task({ status: 'in_progress', progress: 40 }), 100)).toEqual({
      status: 'complete',
      progress: 100,
    });
    expect(toProgress(task(), 5)).toEqual({ status: 'in_progress', progress: 5 });
    expect(toProgress(task({ status: 'complete', progress: 100 }), 70)).toEqual({
      status: 'in_progress',
      progress: 70,
    });
  });

  it('leaves blocked work blocked', () => {
    expect(toProgress(task({ status: 'blocked', progress: 10 }), 30)).toEqual({ progress: 30 });
  });

  it('keeps to whole numbers from 0 to 100', () => {
    expect(toProgress(task({ status: 'in_progress', progress: 1 }), 33.9)).toEqual({ progress: 33 });
    expect(toProgress(task({ status: 'in_progress', progress: 1 }), 400)).toEqual({
      status: 'complete',
      progress: 100,
    });
  });
});

describe('the sheet of a task', () => {
  const usd = (amount: string) => ({ amount, currency: 'USD' });

  it('says of an untouched task just what the task is', () => {
    const before = task({
      assignee: { kind: 'member', personId: 'ray', name: 'Ray Ortiz' },
      estimatedCost: usd('1250.50'),
      actualCost: usd('900.00'),
      notes: 'Keep the old sink',
    });
    expect(before).toMatchObject(wantedBy(draftOf(before), 'USD', before));
  });

  it('keeps to who was invited while the choice stays, and gives the task to whoever is chosen instead', () => {
    const ray = { kind: 'invited', invitationId: 'i1', name: 'ray@ortiz.example' } as const;
    const before = task({ assignee: ray });
    const draft = draftOf(before);
    expect(wantedBy(draft, 'USD', before).assignee).toEqual(ray);
    const chosen = (assignedTo: string, assigneeName = '') =>
      wantedBy({ ...draft, assignedTo, assigneeName }, 'USD', before).assignee;
    expect(chosen(invitedChoice('i2'))).toEqual({ kind: 'invited', invitationId: 'i2' });
    expect(chosen('p1')).toEqual({ kind: 'member', personId: 'p1' });
    expect(chosen('name', ' Ray ')).toEqual({ kind: 'name', name: 'Ray' });
    expect(chosen('')).toBeNull();
    expect(showAssignee(ray)).toBe('ray@ortiz.example (invited)');
  });

  it('leaves to the parts what comes from them', () => {
    const wanted = wantedBy(draftOf(task({ hasChildren: true })), 'USD', task({ hasChildren: true }));
    expect(Object.keys(wanted).sort()).toEqual([
      'assignee',
      'name',
      'notes',
      'parentId',
      'requiresAcknowledgement',
      'section',
    ]);
  });
});
