import { describe, expect, it } from '@jest/globals';
import type { ChangeLead, Lead } from '@porchlight/contracts';
import { Refusal } from '../../api/refusal';
import { aLead } from '../a-lead';
import { QuickChanges } from './quick-changes';

/** A service that refuses what it did not show last, and answers when it is let. */
const serving = (stored: Lead) => {
  const sent: { version: number; change: ChangeLead }[] = [];
  const adopted: Lead[] = [];
  let refusal: Error | null = null;
  const write = async (seen: Lead, change: ChangeLead): Promise<Lead> => {
    sent.push({ version: seen.version, change });
    await Promise.resolve();
    if (refusal) throw refusal;
    if (seen.version !== stored.version) throw new Refusal(412, 'version_stale', 'Stale.', [], { ...stored });
    return (stored = { ...stored, ...change, version: stored.version + 1 });
  };
  return {
    changes: new QuickChanges(write, (lead) => adopted.push(lead)),
    sent,
    adopted,
    now: () => stored,
    meanwhile: (change: Partial<Lead>) => (stored = { ...stored, ...change, version: stored.version + 1 }),
    refuse: (error: Error) => (refusal = error),
  };
};

describe('a change made in a list', () => {
  it('is shown before it is saved, and then as saved', async () => {
    const lead = aLead();
    const { changes, adopted } = serving(lead);
    const saved = changes.make(lead, { stage: 'quoting' });
    expect(changes.shown(lead).stage).toBe('quoting');
    await saved;
    expect(adopted).toMatchObject([{ stage: 'quoting', version: 2 }]);
    expect(changes.pending().size).toBe(0);
  });

  it('is taken back when it is refused', async () => {
    const lead = aLead();
    const { changes, refuse, adopted } = serving(lead);
    refuse(new Refusal(403, 'forbidden', 'No.'));
    await expect(changes.make(lead, { stage: 'won' })).rejects.toThrow('No.');
    expect(changes.shown(lead).stage).toBe('new');
    expect(adopted).toEqual([]);
  });

  it('never meets the own last change of quick fingers as somebody else’s', async () => {
    const lead = aLead();
    const { changes, sent, now } = serving(lead);
    await Promise.all([
      changes.make(lead, { stage: 'contacted' }),
      changes.make(lead, { stage: 'site_visit' }),
      changes.make(lead, { stage: 'quoting' }),
    ]);
    expect(sent.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(now().stage).toBe('quoting');
    expect(changes.stale()).toEqual([]);
  });

  it('waits with both values when somebody was faster, and is redone over theirs', async () => {
    const lead = aLead();
    const { changes, meanwhile, now, adopted } = serving(lead);
    meanwhile({ stage: 'lost', projectType: 'Bath' });
    expect(await changes.make(lead, { stage: 'won' })).toBeNull();
    expect(changes.stale()[0]?.stale.rows).toEqual([{ field: 'stage', label: 'Stage', theirs: 'Lost', yours: 'Won' }]);
    await changes.redo(lead.id);
    expect(now()).toMatchObject({ stage: 'won', projectType: 'Bath' });
    expect(adopted.at(-1)?.version).toBe(3);
    expect(changes.stale()).toEqual([]);
  });

  it('shows what they made of it when theirs is kept', async () => {
    const lead = aLead();
    const { changes, meanwhile, adopted } = serving(lead);
    meanwhile({ stage: 'lost' });
    await changes.make(lead, { stage: 'won' });
    changes.keepTheirs(lead.id);
    expect(adopted).toMatchObject([{ stage: 'lost', version: 2 }]);
    expect(changes.stale()).toEqual([]);
  });
});
