import { signal } from '@angular/core';
import type { ChangeTask, Task } from '@porchlight/contracts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Refusal, Unreachable } from '../../api/refusal';
import { QuickEdit } from './quick-edit';

const begun: Task = {
  id: 'a',
  projectId: 'p',
  version: 1,
  name: 'Footings',
  section: 'execution',
  parentId: null,
  start: '2026-08-03',
  durationDays: 3,
  end: '2026-08-05',
  status: 'in_progress',
  progress: 10,
  assignee: null,
  estimatedCost: null,
  committedCost: null,
  actualCost: null,
  notes: null,
  requiresAcknowledgement: false,
  order: 1,
  hasChildren: false,
};
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe('an edit in the row', () => {
  let stored: Task;
  let sent: { version: number; change: ChangeTask }[];
  let away: boolean;
  let row: ReturnType<typeof signal<Task>>;
  let edit: QuickEdit;

  beforeEach(() => {
    stored = begun;
    sent = [];
    away = false;
    row = signal(begun);
    const write = async (task: Task, change: ChangeTask): Promise<Task> => {
      await Promise.resolve();
      if (away) throw new Unreachable();
      sent.push({ version: task.version, change });
      if (task.version !== stored.version) throw new Refusal(412, 'version_stale', 'Stale.', [], stored);
      stored = {
        ...stored,
        version: stored.version + 1,
        status: change.status ?? stored.status,
        progress: change.progress ?? stored.progress,
      };
      return stored;
    };
    edit = new QuickEdit(
      () => row(),
      write,
      () => Promise.resolve('Ben'),
      (task) => row.set(task),
    );
  });

  it('is shown at once and never meets its own last edit as somebody else’s', async () => {
    for (const progress of [11, 12, 13]) edit.apply({ progress });
    expect(edit.shown().progress).toBe(13);
    await settled();
    // the row itself is renewed late: the next edit still writes over what the last one gave
    edit.apply({ progress: 14 });
    await settled();
    expect(edit.stale()).toBeNull();
    expect(stored.progress).toBe(14);
    expect(sent.map(({ version }) => version)).toEqual([...sent.keys()].map((index) => index + 1));
  });

  it('waits with both values when somebody else was faster, and is redone over theirs', async () => {
    stored = { ...begun, version: 5, progress: 60 };
    edit.apply({ progress: 80 });
    await settled();
    expect(edit.stale()).toMatchObject({ who: 'Ben', rows: [{ theirs: '60 %', yours: '80 %' }] });
    expect(edit.shown().progress).toBe(80);
    await edit.redo();
    expect(stored).toMatchObject({ version: 6, progress: 80 });
    expect(edit.stale()).toBeNull();
  });

  it('takes along what is typed while the choice stands', async () => {
    stored = { ...begun, version: 5, progress: 60 };
    edit.apply({ progress: 80 });
    await settled();
    edit.apply({ status: 'blocked' });
    await edit.redo();
    expect(stored).toMatchObject({ status: 'blocked', progress: 80 });
  });

  it('shows theirs when theirs is kept', async () => {
    stored = { ...begun, version: 5, progress: 60 };
    edit.apply({ progress: 80 });
    await settled();
    edit.keepTheirs();
    expect(edit.shown().progress).toBe(60);
    expect(stored.progress).toBe(60);
  });

  it('stays on the screen with its reason when nobody answers, and can be sent again', async () => {
    away = true;
    edit.apply({ progress: 80 });
    await settled();
    expect(edit.trouble()).toContain('cannot be reached');
    expect(edit.shown().progress).toBe(80);
    away = false;
    await edit.send();
    expect(stored.progress).toBe(80);
    expect(edit.trouble()).toBeNull();
  });
});
