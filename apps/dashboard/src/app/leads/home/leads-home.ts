import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { onHint } from '../../api/hints';
import { onReturn } from '../../api/loaded';
import { LeadsTabs } from '../../clients/leads-tabs';
import { ChosenCompany } from '../../session/chosen-company';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { Board } from './board';
import { DueView } from './due-view';
import { ExportLeads } from './export-leads';
import { FilterBar } from './filter-bar';
import {
  isFiltered,
  isSameFilter,
  type LeadFilters,
  type LeadView,
  leadViews,
  readFilters,
  readView,
  toQueryString,
} from './lead-filter';
import { LeadTable } from './lead-table';
import { LeadsOnScreen } from './leads-on-screen';
import { StaleMoves } from './stale-moves';
import { rememberedView, rememberView } from './view-memory';

const viewWords: Readonly<Record<LeadView, string>> = { board: 'Board', list: 'List', due: 'Due' };

/** The leads of the chosen company as a board, a list or what is due. View and filter stand in the address. */
@Component({
  selector: 'app-leads-home',
  imports: [Board, DueView, ExportLeads, FilterBar, Icon, LeadsTabs, LeadTable, MatButton, RouterLink, StaleMoves],
  providers: [LeadsOnScreen],
  templateUrl: './leads-home.html',
  styleUrl: './leads-home.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadsHome {
  readonly view = input<string>();
  readonly q = input<string>();
  readonly owner = input<string>();
  readonly stage = input<string>();
  readonly sort = input<string>();
  private readonly router = inject(Router);
  private readonly sheets = inject(Sheets);
  private readonly chosen = inject(ChosenCompany);
  protected readonly screen = inject(LeadsOnScreen);
  protected readonly shown = computed(() => readView(this.view()) ?? rememberedView());
  protected readonly filters = computed(
    () => readFilters({ q: this.q(), owner: this.owner(), stage: this.stage(), sort: this.sort() }),
    { equal: isSameFilter },
  );
  protected readonly filtered = computed(() => isFiltered(this.filters()));
  protected readonly mayChange = computed(() => this.chosen.may('lead.change'));
  /** No lead at all, and nothing that could hide one. */
  protected readonly isEmpty = computed(() => {
    const totals = this.screen.totals();
    return !this.filtered() && totals !== null && totals.stages.every(({ count }) => count === 0);
  });
  protected readonly views = computed(() =>
    leadViews.map((view) => ({
      view,
      word: viewWords[view],
      // What was due before today is still to be done today.
      due: view === 'due' ? (this.screen.totals()?.due.today ?? 0) : 0,
    })),
  );

  constructor() {
    effect(() => {
      this.chosen.id();
      this.screen.filters.set(this.filters());
      untracked(() => this.screen.restartTotals());
    });
    effect(() => {
      rememberView(this.shown());
      // The address always says which view it is: it can be sent to somebody.
      if (!readView(this.view())) void this.go({ view: this.shown() });
    });
    onReturn(() => this.screen.renew());
    onHint('/api/leads/changes', this.chosen.query, (news) => {
      if (news.touches('lead') || news.touches('client')) this.screen.renew();
    });
  }

  protected filter(filters: LeadFilters): void {
    void this.go(toQueryString(filters));
  }

  protected async create(): Promise<void> {
    const { LeadSheet } = await import('../lead-sheet');
    const created = await this.sheets.open<Lead>(LeadSheet, { lead: null });
    if (created) await this.router.navigate(['/leads', created.id]);
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true, scroll: 'manual' });
  }
}
