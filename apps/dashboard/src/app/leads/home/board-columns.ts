import { computed, inject, Injectable, signal } from '@angular/core';
import type { Lead, LeadStage } from '@porchlight/contracts';
import { stages } from './lead-filter';
import { inOrder } from './lead-order';
import { LeadsOnScreen } from './leads-on-screen';

/** How many cards a column starts with. */
const atOnce: Readonly<Record<LeadStage, number>> = {
  new: 50,
  contacted: 50,
  site_visit: 50,
  quoting: 50,
  won: 20,
  lost: 20,
};

/** The columns of the board, each loaded by itself; a card stands where its person has put it. */
@Injectable()
export class BoardColumns {
  private readonly screen = inject(LeadsOnScreen);
  private readonly lists = stages.map((stage) => ({
    stage,
    list: this.screen.list(
      atOnce[stage],
      (query) => ({ ...query, stage, sort: this.sort() }),
      (lead) => lead.stage === stage,
    ),
  }));
  private readonly sort = computed(() => this.screen.filters().sort);
  readonly shown = computed(() => {
    const asked = this.screen.filters().stages;
    return stages.filter((stage) => asked.length === 0 || asked.includes(stage));
  });
  readonly columns = computed(() => {
    const standing = this.standing();
    return this.lists
      .filter(({ stage }) => this.shown().includes(stage))
      .map(({ stage, list }) => ({
        stage,
        list,
        leads: list.leads() && (standing.get(stage) ?? []),
        total: this.screen.total(stage),
      }));
  });
  readonly error = computed(() => this.lists.map(({ list }) => list.error()).find((error) => error !== null) ?? null);
  readonly growing = signal<LeadStage | null>(null);

  /** Every known lead by the column it is shown in, in the order asked for. */
  private readonly standing = computed(() => {
    const known = new Map<string, Lead>();
    for (const { list } of this.lists)
      for (const lead of list.leads() ?? []) {
        const other = known.get(lead.id);
        if (!other || other.version < lead.version) known.set(lead.id, this.screen.changes.shown(lead));
      }
    // What is being moved may have left one list and not have come into the other yet.
    for (const { lead } of this.screen.changes.pending().values())
      if (!known.has(lead.id)) known.set(lead.id, this.screen.changes.shown(lead));
    const columns = new Map<LeadStage, Lead[]>(stages.map((stage) => [stage, []]));
    for (const lead of inOrder([...known.values()], this.sort())) columns.get(lead.stage)?.push(lead);
    return columns;
  });

  restart(): void {
    for (const { stage, list } of this.lists) if (this.shown().includes(stage)) void list.restart();
  }

  async more(stage: LeadStage): Promise<void> {
    this.growing.set(stage);
    await this.lists
      .find((column) => column.stage === stage)
      ?.list.more()
      .finally(() => this.growing.set(null));
  }
}
