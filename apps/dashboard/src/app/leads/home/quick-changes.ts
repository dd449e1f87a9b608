import { computed, signal } from '@angular/core';
import type { ChangeLead, Lead } from '@porchlight/contracts';
import { type StaleEdit, VersionedEdit } from '../../edit/versioned-edit';

interface Change {
  /** As it was when it was changed. */
  readonly lead: Lead;
  readonly change: ChangeLead;
}
export interface StaleChange {
  readonly lead: Lead;
  readonly stale: StaleEdit<Lead, ChangeLead>;
}

/**
 * Changes made in a list, without a form: shown at once, sent one after the other lead by lead, so that quick fingers never meet
 * their own last change as somebody else's. One that met a newer version waits with both values; any other refusal takes it back.
 */
export class QuickChanges {
  private readonly underWay = signal<ReadonlyMap<string, Change>>(new Map());
  private readonly edits = signal<ReadonlyMap<string, { lead: Lead; edit: VersionedEdit<Lead, ChangeLead> }>>(
    new Map(),
  );
  private readonly written = new Map<string, Lead>();
  private readonly queues = new Map<string, Promise<unknown>>();
  readonly stale = computed<readonly StaleChange[]>(() =>
    [...this.edits().values()].flatMap(({ lead, edit }) => {
      const stale = edit.stale();
      return stale ? [{ lead, stale }] : [];
    }),
  );
  /** What is being sent, by lead. */
  readonly pending = this.underWay.asReadonly();

  constructor(
    private readonly write: (lead: Lead, change: ChangeLead) => Promise<Lead>,
    private readonly adopt: (lead: Lead) => void,
  ) {}

  /** The lead as its person means it. */
  shown(lead: Lead): Lead {
    const change = this.underWay().get(lead.id)?.change;
    return change ? { ...lead, ...change } : lead;
  }

  /** The lead as saved; null when somebody else was faster (see `stale`). Other refusals are thrown, and the change is taken back. */
  async make(lead: Lead, change: ChangeLead): Promise<Lead | null> {
    const mine = { lead, change: { ...this.underWay().get(lead.id)?.change, ...change } };
    this.show(mine);
    const before = this.queues.get(lead.id) ?? Promise.resolve();
    const turn = before.then(() => this.send(lead, change)).finally(() => this.settle(lead.id, mine));
    this.queues.set(
      lead.id,
      turn.catch(() => null),
    );
    return turn;
  }

  async redo(id: string): Promise<Lead | null> {
    const saved = (await this.edits().get(id)?.edit.redo()) ?? null;
    if (saved) this.done(saved);
    return saved;
  }

  keepTheirs(id: string): void {
    const theirs = this.edits().get(id)?.edit.keepTheirs();
    if (theirs) this.done(theirs);
  }

  private async send(lead: Lead, change: ChangeLead): Promise<Lead | null> {
    const known = this.written.get(lead.id);
    const base = known && known.version > lead.version ? known : lead;
    const edit = new VersionedEdit<Lead, ChangeLead>(this.write);
    const saved = await edit.save(base, change);
    if (saved) this.done(saved);
    else this.edits.update((edits) => new Map(edits).set(lead.id, { lead, edit }));
    return saved;
  }

  private done(saved: Lead): void {
    this.written.set(saved.id, saved);
    this.edits.update((edits) => new Map([...edits].filter(([id]) => id !== saved.id)));
    this.adopt(saved);
  }

  private show(mine: Change): void {
    this.underWay.update((changes) => new Map(changes).set(mine.lead.id, mine));
  }

  /** Later changes of the same lead are shown on. */
  private settle(id: string, mine: Change): void {
    if (this.underWay().get(id) !== mine) return;
    this.underWay.update((changes) => new Map([...changes].filter(([other]) => other !== id)));
  }
}
