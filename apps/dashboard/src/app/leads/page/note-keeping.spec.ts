import { signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { Lead } from '@porchlight/contracts';
import { Refusal } from '../../api/refusal';
import { aLead } from '../a-lead';
import { NoteKeeping } from './note-keeping';

/** A page with a lead, and a service that refuses what it did not show last. */
const page = () => {
  let stored = aLead({ notes: 'Has a dog' });
  let away = false;
  const shown = signal<Lead>(stored);
  const keeping = new NoteKeeping<Lead>(
    shown,
    (seen, change) => {
      if (away) return Promise.reject(new Error('away'));
      if (seen.version !== stored.version)
        return Promise.reject(new Refusal(412, 'version_stale', 'Stale.', [], { ...stored }));
      return Promise.resolve((stored = { ...stored, ...change, version: stored.version + 1 }));
    },
    (lead) => shown.set(lead),
  );
  return {
    keeping,
    stored: () => stored,
    elsewhere: (change: Partial<Lead>) => (stored = { ...stored, ...change, version: stored.version + 1 }),
    renew: () => shown.set(stored),
    away: (is: boolean) => (away = is),
  };
};

describe('notes that save themselves', () => {
  it('are saved as typed, without blanks at the ends', async () => {
    const { keeping, stored } = page();
    keeping.type('Has two dogs  ');
    expect(keeping.dirty()).toBe(true);
    await keeping.save();
    expect(stored().notes).toBe('Has two dogs');
    expect([keeping.state(), keeping.dirty()]).toEqual(['saved', false]);
  });

  it('keep what was typed while they were saved', async () => {
    const { keeping, stored } = page();
    keeping.type('Has two');
    const saving = keeping.save();
    keeping.type('Has two dogs');
    await saving;
    expect([keeping.text(), keeping.state()]).toEqual(['Has two dogs', 'unsaved']);
    await keeping.save();
    expect(stored().notes).toBe('Has two dogs');
  });

  it('do not mind that other facts changed meanwhile', async () => {
    const { keeping, stored, elsewhere, renew } = page();
    keeping.type('Has two dogs');
    elsewhere({ stage: 'quoting' });
    renew();
    await keeping.save();
    expect(stored()).toMatchObject({ notes: 'Has two dogs', stage: 'quoting' });
  });

  it('never write over what somebody else made of them, shown already or not', async () => {
    for (const isShown of [true, false]) {
      const { keeping, stored, elsewhere, renew } = page();
      keeping.type('Has two dogs');
      elsewhere({ notes: 'Call after six' });
      if (isShown) renew();
      await keeping.save();
      expect(stored().notes).toBe('Call after six');
      expect(keeping.stale()?.rows[0]).toMatchObject({ theirs: 'Call after six', yours: 'Has two dogs' });
      expect(keeping.text()).toBe('Has two dogs');
      await keeping.redo();
      expect(stored().notes).toBe('Has two dogs');
    }
  });

  it('stay on the screen when they cannot be saved', async () => {
    const { keeping, away, stored } = page();
    keeping.type('Has two dogs');
    away(true);
    await keeping.save();
    expect([keeping.text(), keeping.state()]).toEqual(['Has two dogs', 'unsaved']);
    expect(keeping.trouble()).toBeTruthy();
    away(false);
    await keeping.save();
    expect(stored().notes).toBe('Has two dogs');
  });
});
