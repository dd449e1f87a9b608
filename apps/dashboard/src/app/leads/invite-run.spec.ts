import { describe, expect, it } from '@jest/globals';
import type { InvitedContacts } from '@porchlight/contracts';
import { Unreachable } from '../api/refusal';
import { InviteRun } from './invite-run';

type Result = InvitedContacts['results'][number];
const invited = (contactId: string): Result => ({ contactId, status: 'invited' });
const refusedFor = (contactId: string): Result => ({
  contactId,
  status: 'refused',
  error: { code: 'already_member', detail: 'This person is a member already.' },
});
const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);

describe('sending invitations', () => {
  it('counts up as they are answered, and keeps what became of each', async () => {
    const seen: string[] = [];
    const run: InviteRun = new InviteRun((few) => {
      seen.push(`${run.answered()} of ${run.total()}`);
      return Promise.resolve(few.map((id) => (id === 'c4' ? refusedFor(id) : invited(id))));
    });
    await run.run(ids(7));
    expect(seen).toEqual(['0 of 7', '3 of 7', '6 of 7']);
    expect(run.answered()).toBe(7);
    expect(run.refused()).toEqual(['c4']);
    expect(run.outcomes().get('c4')?.refusal).toBe('This person is a member already.');
  });

  it('stops when nobody answers, says so of each not invited yet, and tries those again alone', async () => {
    let away = true;
    const sent: string[][] = [];
    const run = new InviteRun((few) => {
      sent.push([...few]);
      return away && sent.length === 2 ? Promise.reject(new Unreachable()) : Promise.resolve(few.map(invited));
    });
    await run.run(ids(8));
    expect(sent).toHaveLength(2);
    expect(run.refused()).toEqual(['c3', 'c4', 'c5', 'c6', 'c7']);
    expect(run.outcomes().get('c7')?.refusal).toContain('cannot be reached');
    away = false;
    await run.run(run.refused());
    expect(sent.slice(2).flat()).toEqual(['c3', 'c4', 'c5', 'c6', 'c7']);
    expect([run.refused(), run.outcomes().size]).toEqual([[], 8]);
  });

  it('sends once, however often it is pressed', async () => {
    const sent: string[] = [];
    const run = new InviteRun((few) => {
      sent.push(...few);
      return Promise.resolve(few.map(invited));
    });
    await Promise.all([run.run(['c0']), run.run(['c0'])]);
    expect(sent).toEqual(['c0']);
  });

  it('takes nobody for invited of whom nothing was said', async () => {
    const run = new InviteRun(() => Promise.resolve([]));
    await run.run(['c0']);
    expect(run.refused()).toEqual(['c0']);
  });
});
