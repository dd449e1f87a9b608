import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { ChosenCompany } from '../../session/chosen-company';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showDay } from '../../words/dates';
import { showMoney } from '../../words/money';
import { leadStageWords } from '../../words/words';
import { dueOf, dueTone, dueWords } from '../due-words';
import { stageTones } from '../stage-tones';
import { type LeadFilters, type LeadSort, noFilters, stages } from './lead-filter';
import { LeadsOnScreen } from './leads-on-screen';
import { showSum } from './stage-totals';
import { WhenInSight } from '../../shell/when-in-sight';

type Order = 'ascending' | 'descending';

/** The leads as a dense table, a line each; on a phone as cards. Headings sort it. */
@Component({
  selector: 'app-lead-table',
  imports: [Icon, MatButton, RouterLink, Trouble, WhenInSight],
  templateUrl: './lead-table.html',
  styleUrl: './lead-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadTable {
  readonly filters = input.required<LeadFilters>();
  readonly wanted = output<LeadFilters>();
  private readonly chosen = inject(ChosenCompany);
  private readonly toasts = inject(Toasts);
  protected readonly screen = inject(LeadsOnScreen);
  protected readonly list = this.screen.list(100, (query) => ({ ...query, sort: this.filters().sort }));
  protected readonly growing = signal(false);
  protected readonly leads = computed(() => this.list.leads()?.map((lead) => this.row(lead)) ?? null);
  protected readonly totals = computed(() =>
    stages.flatMap((stage) => {
      const total = this.screen.total(stage);
      return total && total.count > 0
        ? [{ stage, word: leadStageWords[stage], count: total.count, sum: showSum(total.values) }]
        : [];
    }),
  );

  constructor() {
    effect(() => {
      this.filters();
      this.chosen.id();
      untracked(() => void this.list.restart());
    });
  }

  protected order(...sorts: readonly LeadSort[]): Order | null {
    const { sort } = this.filters();
    if (!sorts.includes(sort)) return null;
    return sort === 'value' || sort === 'newest' ? 'descending' : 'ascending';
  }

  protected sortBy(sort: LeadSort, other: LeadSort = sort): void {
    this.wanted.emit({ ...this.filters(), sort: this.filters().sort === sort ? other : sort });
  }

  protected clear(): void {
    this.wanted.emit({ ...noFilters, sort: this.filters().sort });
  }

  protected async more(): Promise<void> {
    if (this.growing()) return;
    this.growing.set(true);
    await this.list
      .more()
      .catch((error: unknown) => this.toasts.fail(error))
      .finally(() => this.growing.set(false));
  }

  private row(stored: Lead) {
    const lead = this.screen.changes.shown(stored);
    const { id, client, projectType, stage, estimatedValue, nextStep, owner, createdAt } = lead;
    const on = dueOf(lead);
    return {
      id,
      client: client.name,
      type: projectType,
      stage: leadStageWords[stage],
      tone: stageTones[stage],
      value: estimatedValue ? showMoney(estimatedValue) : '',
      next: nextStep,
      due: on && dueWords(on, this.screen.today()),
      dueTone: on && dueTone(on, this.screen.today()),
      owner: owner?.name ?? '',
      since: showDay(createdAt.slice(0, 10)),
    };
  }
}
