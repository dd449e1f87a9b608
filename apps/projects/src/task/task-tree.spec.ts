import { describe, expect, it } from '@jest/globals';
import { sections, type Progress, type Section } from '@porchlight/contracts';
import fc from 'fast-check';
import type { ProjectPortal } from '../portal-view/project-portal.entity';
import { percentOf } from '../portal-view/progress';
import { Sums } from '../portal-view/sums';
import { aTask, anEmptyPortal } from './task.factory';
import type { Task } from './task.entity';
import { approveWork, moveWork, rejectWork } from './task-status';
import { TaskTree } from './task-tree';

/** The formulas of the product, read off all tasks at once: slow, plain, and with no memory. */
const scan = (tasks: readonly Task[]): Progress => {
  const leaves = tasks.filter((task) => !tasks.some((other) => other.parentId === task.id));
  const percent = (some: readonly Task[]): number | null => {
    if (some.length === 0) return null;
    if (some.every((task) => task.status === 'complete')) return 100;
    let [weighted, weight] = [0n, 0n];
    for (const task of some) {
      const counted = task.status === 'pending_review' ? Math.min(task.progress, 99) : task.progress;
      weighted += BigInt(task.durationDays) * BigInt(counted);
      weight += BigInt(task.durationDays);
    }
    return Number(weighted / weight);
  };
  const of = (section: Section) => percent(leaves.filter((task) => task.section === section));
  return { overall: percent(leaves), planning: of('planning'), execution: of('execution'), closeout: of('closeout') };
};

const leavesBelow = (tasks: readonly Task[], parent: Task): Task[] =>
  tasks
    .filter((task) => task.parentId === parent.id)
    .flatMap((child) => (tasks.some((task) => task.parentId === child.id) ? leavesBelow(tasks, child) : [child]));

const pick = fc.nat({ max: 999 });
const operation = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    section: fc.constantFrom(...sections),
    days: fc.integer({ min: 1, max: 400 }),
    under: fc.option(pick),
    cost: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  }),
  fc.record({ kind: fc.constant('progress' as const), which: pick, progress: fc.nat({ max: 100 }), sub: fc.boolean() }),
  fc.record({ kind: fc.constant('duration' as const), which: pick, days: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('section' as const), which: pick, section: fc.constantFrom(...sections) }),
  fc.record({ kind: fc.constant('reparent' as const), which: pick, under: fc.option(pick) }),
  fc.record({ kind: fc.constant('delete' as const), which: pick }),
  fc.record({ kind: fc.constant('approve' as const), which: pick }),
  fc.record({ kind: fc.constant('reject' as const), which: pick }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** A project in memory: all tasks at hand, each operation through the tree that the service uses. */
class World {
  readonly portal: ProjectPortal = anEmptyPortal();
  readonly tasks = new Map<string, Task>();
  private made = 0;

  private get tree(): TaskTree {
    return new TaskTree(this.portal, this.tasks.values());
  }

  private at(index: number): Task | undefined {
    return [...this.tasks.values()][index % Math.max(this.tasks.size, 1)];
  }

  apply(op: Operation): void {
    if (op.kind === 'create') return this.create(op);
    const task = this.at(op.which);
    if (!task) return;
    switch (op.kind) {
      case 'progress':
        if (!task.isParent) this.move(task, op.progress, op.sub);
        return;
      case 'duration':
        if (!task.isParent) this.tree.edit(task, () => (task.durationDays = op.days));
        return;
      case 'section':
        return this.tree.edit(task, () => (task.section = op.section));
      case 'reparent':
        return this.reparent(task, op.under === null ? null : (this.at(op.under) ?? null));
      case 'delete':
        if (task.isParent) return;
        this.tree.remove(task);
        this.tasks.delete(task.id);
        return;
      case 'approve':
        if (task.status === 'pending_review') this.tree.edit(task, () => (task.work = approveWork(task.work)));
        return;
      case 'reject':
        if (task.status === 'pending_review') this.tree.edit(task, () => (task.work = rejectWork(task.work)));
    }
  }

  private create(op: Extract<Operation, { kind: 'create' }>): void {
    const parent = op.under === null ? undefined : this.at(op.under);
    const task = aTask(`task ${(this.made += 1)}`, {
      section: op.section,
      durationDays: op.days,
      parentId: parent?.id ?? null,
    });
    task.estimatedCost = op.cost;
    this.tree.add(task);
    this.tasks.set(task.id, task);
  }

  private move(task: Task, progress: number, sub: boolean): void {
    this.tree.edit(task, () => (task.work = moveWork(task.work, { progress }, { needsReview: sub, reviewable: true })));
  }

  private reparent(task: Task, parent: Task | null): void {
    if (parent && (parent === task || this.tree.above(parent).includes(task))) return;
    this.tree.move(task, parent?.id ?? null);
  }
}

describe('progress from maintained sums', () => {
  it('equals a scan of all tasks after any sequence of edits', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
        const world = new World();
        for (const op of operations) {
          world.apply(op);
          const tasks = [...world.tasks.values()];
          expect(world.portal.progress).toEqual(scan(tasks));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every parent equal to the leaves below it, costs included', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
        const world = new World();
        for (const op of operations) world.apply(op);
        const tasks = [...world.tasks.values()];
        for (const task of tasks) {
          const below = leavesBelow(tasks, task).reduce((sums, leaf) => sums.plus(leaf.asLeaf), Sums.none());
          expect({ ...task.below }).toEqual({ ...below });
          expect(task.childCount).toBe(tasks.filter((other) => other.parentId === task.id).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says 100 only when every leaf is complete, and counts a pending review as 99', () => {
    const world = new World();
    const [first, second] = [aTask('first', { durationDays: 2000 }), aTask('second')];
    for (const task of [first, second]) {
      const tree = new TaskTree(world.portal, [first, second]);
      tree.add(task);
      const needsReview = task === second;
      tree.edit(task, () => (task.work = moveWork(task.work, { progress: 100 }, { needsReview, reviewable: true })));
    }
    expect(second.status).toBe('pending_review');
    expect(world.portal.progress.overall).toBe(99);
    new TaskTree(world.portal, [second]).edit(second, () => (second.work = approveWork(second.work)));
    expect(world.portal.progress.overall).toBe(100);
  });

  it('has no percentage where nothing is planned yet', () => {
    expect(percentOf(Sums.none())).toBeNull();
  });

  it('rounds down', () => {
    expect(percentOf({ weight: 3, weightedProgress: 200, leafCount: 3, completeCount: 2 })).toBe(66);
  });

  it('gives a leaf back its own stored progress when its last child goes', () => {
    const portal = anEmptyPortal();
    const parent = aTask('parent', { durationDays: 4 });
    const child = aTask('child', { parentId: 'parent' });
    const tree = new TaskTree(portal, [parent]);
    tree.add(parent);
    tree.edit(
      parent,
      () => (parent.work = moveWork(parent.work, { progress: 40 }, { needsReview: false, reviewable: false })),
    );
    tree.add(child);
    expect(parent.shownProgress).toBe(0);
    expect(portal.progress.planning).toBe(0);
    tree.remove(child);
    expect(parent.shownProgress).toBe(40);
    expect(portal.progress.planning).toBe(40);
  });
});
