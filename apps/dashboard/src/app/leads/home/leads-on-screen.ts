import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ChangeLead, Lead, LeadStage, LeadTotals } from '@porchlight/contracts';
import { calendarDay, dayClock } from '@porchlight/ui';
import { Api } from '../../api/api';
import { Loaded } from '../../api/loaded';
import { ChosenCompany } from '../../session/chosen-company';
import { browserTimeZone } from '../../words/dates';
import { askFor, type LeadFilters, noFilters } from './lead-filter';
import { type LeadPage, LeadPages } from './lead-pages';
import { QuickChanges } from './quick-changes';
import { movedTotals } from './stage-totals';

/** What the views of the leads have in common: the filter, the totals, and the changes made in place. */
@Injectable()
export class LeadsOnScreen {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  private readonly lists = new Map<LeadPages, (lead: Lead) => boolean>();
  private readonly clock = dayClock(() => this.timeZone());
  readonly filters = signal<LeadFilters>(noFilters);
  private readonly stored = new Loaded<LeadTotals>(() => this.api.get<LeadTotals>('/api/leads/totals', this.query()));
  readonly changes = new QuickChanges(
    (lead, change) => this.write(lead, change),
    (lead) => this.adopt(lead),
  );
  /** With the moves that are under way. */
  readonly totals = computed(() => {
    const stored = this.stored.value();
    return (
      stored &&
      [...this.changes.pending().values()].reduce(
        (totals, { lead, change }) =>
          movedTotals(totals, this.known(lead), this.known(lead).stage, change.stage ?? lead.stage),
        stored,
      )
    );
  });
  readonly timeZone = computed(() => this.chosen.company()?.timeZone ?? browserTimeZone());
  /** The date in the company's time zone. */
  readonly today = computed(() => calendarDay(this.clock(), this.timeZone()));

  /** Which leads are meant, for lists, totals and export. */
  query(): Record<string, string> {
    return { ...this.chosen.query(), ...askFor(this.filters()) };
  }

  /**
   * A list of leads for a view, which makes its own of what is asked for; call it in an injection context. A changed lead that
   * `belongs` into the list is put there at once: lists that are renewed one after the other never lose it in between.
   */
  list(
    size: number,
    ask: (query: Record<string, string>) => Record<string, string>,
    belongs: (lead: Lead) => boolean = () => false,
  ): LeadPages {
    const list = new LeadPages((page) => this.api.get<LeadPage>('/api/leads', { ...ask(this.query()), ...page }), size);
    this.lists.set(list, belongs);
    inject(DestroyRef).onDestroy(() => this.lists.delete(list));
    return list;
  }

  /** Others may have changed something: everything again, quietly. */
  renew(): void {
    void this.stored.load();
    for (const list of this.lists.keys()) void list.load();
  }

  restartTotals(): void {
    void this.stored.restart();
  }

  total(stage: LeadStage): LeadTotals['stages'][number] | null {
    const totals = this.totals();
    return totals && (totals.stages.find((total) => total.stage === stage) ?? { stage, count: 0, values: [] });
  }

  private known(lead: Lead): Lead {
    for (const list of this.lists.keys()) {
      const found = list.leads()?.find(({ id }) => id === lead.id);
      if (found) return found;
    }
    return lead;
  }

  private write({ id, version }: Lead, change: ChangeLead): Promise<Lead> {
    return this.api.patch<Lead>(`/api/leads/${id}`, change, { version });
  }

  private adopt(lead: Lead): void {
    const from = this.known(lead).stage;
    this.stored.change((totals) => movedTotals(totals, lead, from, lead.stage));
    for (const [list, belongs] of this.lists)
      if (belongs(lead)) list.put(lead);
      else list.replace(lead);
    void this.stored.load();
  }
}
