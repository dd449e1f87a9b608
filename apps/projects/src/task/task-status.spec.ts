import { describe, expect, it } from '@jest/globals';
import { taskStatusSchema } from '@porchlight/contracts';
import fc from 'fast-check';
import { approveWork, completeWork, freshWork, moveWork, rejectWork, type Work, type WorkRequest } from './task-status';
import { work } from './task.factory';

const asBuilder = { needsReview: false, reviewable: false };
const asSubcontractor = { needsReview: true, reviewable: true };
const refused = expect.objectContaining({ code: 'task_transition_refused', status: 409 });
/** The work after a request, or as it was where the request is refused. */
const afterTrying = (from: Work, request: WorkRequest, rules: typeof asBuilder): Work => {
  try {
    return moveWork(from, request, rules);
  } catch {
    return from;
  }
};

describe('the status of a task', () => {
  it.each<[string, Work, WorkRequest, Work]>([
    ['a first progress starts the task', freshWork, { progress: 10 }, work('in_progress', 10)],
    ['100 % completes it', work('in_progress', 50), { progress: 100 }, completeWork],
    ['complete is 100 %', work('in_progress', 50), { status: 'complete' }, completeWork],
    ['not started is 0 %', work('in_progress', 50), { status: 'not_started' }, freshWork],
    ['back to 0 % is not started', work('in_progress', 50), { progress: 0 }, freshWork],
    ['started with nothing done yet', freshWork, { status: 'in_progress' }, work('in_progress', 0)],
    ['blocked keeps its progress', work('in_progress', 50), { status: 'blocked' }, work('blocked', 50)],
    ['blocked before it began', freshWork, { status: 'blocked' }, work('blocked', 0)],
    [
      'a blocked task stays blocked while its progress is corrected',
      work('blocked', 50),
      { progress: 20 },
      work('blocked', 20),
    ],
    ['unblocked', work('blocked', 50), { status: 'in_progress' }, work('in_progress', 50)],
    ['reopened by a lower progress', completeWork, { progress: 80 }, work('in_progress', 80)],
    ['reopened from the start', completeWork, { status: 'not_started' }, freshWork],
    ['reopened as blocked', completeWork, { status: 'blocked', progress: 80 }, work('blocked', 80)],
  ])('%s', (_, from, request, to) => {
    expect(moveWork(from, request, asBuilder)).toEqual(to);
  });

  it.each<[string, Work, WorkRequest]>([
    ['leave complete without a progress below 100', completeWork, { status: 'in_progress' }],
    ['be in progress at 100 %', freshWork, { status: 'in_progress', progress: 100 }],
    ['be complete at 50 %', freshWork, { status: 'complete', progress: 50 }],
    ['be not started at 50 %', freshWork, { status: 'not_started', progress: 50 }],
    ['be sent for a review nobody asked for', work('in_progress', 50), { status: 'pending_review' }],
  ])('cannot %s', (_, from, request) => {
    expect(() => moveWork(from, request, asBuilder)).toThrow(refused);
  });

  it.each<[string, WorkRequest]>([
    ['by status', { status: 'complete' }],
    ['by slider', { progress: 100 }],
    ['by saying so', { status: 'pending_review' }],
  ])("a subcontractor's completion %s waits for a review and remembers what was before", (_, request) => {
    const submitted = moveWork(work('blocked', 40), request, asSubcontractor);
    expect(submitted).toEqual({ status: 'pending_review', progress: 99, before: { status: 'blocked', progress: 40 } });
    expect(moveWork(submitted, { status: 'complete' }, asSubcontractor)).toEqual(submitted);
    expect(rejectWork(submitted)).toEqual(work('blocked', 40));
    expect(approveWork(submitted)).toEqual(completeWork);
  });

  it('approves and rejects nothing that was not submitted', () => {
    for (const from of [freshWork, completeWork, work('blocked', 20)]) {
      expect(() => approveWork(from)).toThrow('task_transition_refused');
      expect(() => rejectWork(from)).toThrow('task_transition_refused');
    }
  });

  it('holds its laws after any sequence of requests', () => {
    const request = fc.record(
      { status: fc.constantFrom(...taskStatusSchema.options), progress: fc.nat({ max: 100 }), sub: fc.boolean() },
      { requiredKeys: ['sub'] },
    );
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
        let now: Work = freshWork;
        for (const { sub, status, progress } of requests) {
          now = afterTrying(now, { status, progress }, { needsReview: sub, reviewable: true });
          expect(now.progress === 100).toBe(now.status === 'complete');
          if (now.status === 'not_started') expect(now.progress).toBe(0);
          expect(now.before !== null).toBe(now.status === 'pending_review');
          if (now.before) expect(now.before.status).not.toBe('pending_review');
        }
      }),
    );
  });
});
