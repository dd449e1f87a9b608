import type { TaskStatus } from '@porchlight/contracts';
import { problems } from '@porchlight/platform';

/** How far a task is. `not_started` is 0; `complete` and 100 are the same fact; `pending_review` shows 99. */
export interface Work {
  readonly status: TaskStatus;
  readonly progress: number;
  /** What a rejection brings back; set exactly while the task is pending review. */
  readonly before: Standing | null;
}
export type Standing = Pick<Work, 'status' | 'progress'>;

export interface WorkRequest {
  readonly status?: TaskStatus | undefined;
  readonly progress?: number | undefined;
}

export const freshWork: Work = { status: 'not_started', progress: 0, before: null };
export const completeWork: Work = { status: 'complete', progress: 100, before: null };

const shownInReview = 99;

const refuse = (why: string) => problems.conflict('task_transition_refused', why);

/**
 * The work after a request for a status, a progress or both.
 * `needsReview`: a completion is submitted for review instead (a subcontractor's, where acknowledgement is required).
 * `reviewable`: the task may be submitted at all. Throws 409 `task_transition_refused`.
 */
export const moveWork = (
  work: Work,
  request: WorkRequest,
  rules: { needsReview: boolean; reviewable: boolean },
): Work => {
  const { status, progress } = request;
  if (status === undefined && progress === undefined) return work;
  if (isAsItStands(work, request)) return work;
  requireAgreement(request);
  if (status === 'pending_review') return submit(work, rules.reviewable);
  if (status === 'complete' || progress === 100) return rules.needsReview ? submit(work, true) : completeWork;
  return resume(work, request);
};

const isAsItStands = (work: Work, { status, progress }: WorkRequest): boolean =>
  (status ?? work.status) === work.status && (progress ?? work.progress) === work.progress;

/** A status and a progress asked for together must not contradict each other. */
const requireAgreement = ({ status, progress }: WorkRequest): void => {
  if (status === undefined || progress === undefined) return;
  if (status === 'not_started' && progress !== 0) throw refuse('A task that is not started is at 0 %.');
  if (status === 'complete' && progress !== 100) throw refuse('A complete task is at 100 %.');
  if (status === 'pending_review' && progress < shownInReview) throw refuse('Only finished work is sent for review.');
  if ((status === 'in_progress' || status === 'blocked') && progress === 100) {
    throw refuse('At 100 % a task is complete.');
  }
};

const submit = (work: Work, reviewable: boolean): Work => {
  if (!reviewable) throw refuse('This task does not ask for a review.');
  if (work.status === 'pending_review') return work;
  if (work.status === 'complete') throw refuse('The task is complete already.');
  return {
    status: 'pending_review',
    progress: shownInReview,
    before: { status: work.status, progress: work.progress },
  };
};

/** To a status below complete; the progress stays where it is unless told otherwise. */
const resume = (work: Work, { status, progress }: WorkRequest): Work => {
  if (status === 'not_started') return freshWork;
  const kept = work.before?.progress ?? work.progress;
  const next = progress ?? kept;
  if (next === 100) throw refuse('Leaving complete needs a progress below 100 %.');
  return { status: status ?? statusAt(next, work), progress: next, before: null };
};

/** The status that goes with a progress set by itself: blocked work stays blocked, all other work follows the number. */
const statusAt = (progress: number, work: Work): TaskStatus => {
  if (work.status === 'blocked') return 'blocked';
  return progress === 0 ? 'not_started' : 'in_progress';
};

/** A builder's yes to submitted work. Throws 409 unless it is pending review. */
export const approveWork = (work: Work): Work => {
  if (work.status !== 'pending_review') throw refuse('The task does not wait for a review.');
  return completeWork;
};

/** A builder's no: status and progress are again what they were. Throws 409 unless it is pending review. */
export const rejectWork = (work: Work): Work => {
  if (work.status !== 'pending_review' || work.before === null) throw refuse('The task does not wait for a review.');
  return { status: work.before.status, progress: work.before.progress, before: null };
};
