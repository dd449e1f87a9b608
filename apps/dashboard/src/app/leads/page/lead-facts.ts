import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ChangeLead, Lead, LeadStage } from '@porchlight/contracts';
import { calendarDay, dayClock } from '@porchlight/ui';
import { StaleNotice } from '../../edit/stale-notice';
import { ChosenCompany } from '../../session/chosen-company';
import { Sheets } from '../../sheet/sheets';
import { PrivateMark } from '../../shell/marks';
import { Toasts } from '../../shell/toasts';
import { browserTimeZone, showDayOf, showFullDay } from '../../words/dates';
import { moneyText, readMoney, showMoney } from '../../words/money';
import { choices, leadStageWords } from '../../words/words';
import { dueOf, dueTone, dueWords } from '../due-words';
import { changeOf } from '../home/board-moves';
import { Staff } from '../staff';
import { Fact } from './fact';
import { LeadDesk } from './lead-desk';

/** What is known of a lead, each fact changed where it stands. */
@Component({
  selector: 'app-lead-facts',
  imports: [Fact, PrivateMark, StaleNotice],
  templateUrl: './lead-facts.html',
  styleUrl: './lead-facts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadFacts {
  readonly lead = input.required<Lead>();
  readonly fixed = input(false);
  private readonly sheets = inject(Sheets);
  private readonly toasts = inject(Toasts);
  private readonly staff = inject(Staff);
  private readonly chosen = inject(ChosenCompany);
  private readonly timeZone = () => this.chosen.company()?.timeZone ?? browserTimeZone();
  private readonly clock = dayClock(this.timeZone);
  protected readonly desk = inject(LeadDesk);
  protected readonly stages = choices(leadStageWords);
  protected readonly day = showFullDay;
  protected readonly dayOf = showDayOf;
  protected readonly money = showMoney;
  protected readonly moneyText = moneyText;
  protected readonly origins = { typed: 'Typed in', imported: 'From a file', captured: 'Website form' } as const;
  /** With the change that is on its way. */
  protected readonly shown = computed(() => this.desk.changes.shown(this.lead()));
  protected readonly ownerId = computed(() => {
    const change = this.desk.changes.pending().get(this.lead().id)?.change;
    return (change && 'ownerId' in change ? change.ownerId : this.lead().owner?.id) ?? '';
  });
  /** Who looks after it stays a choice when they are on the staff no more. */
  protected readonly owners = computed(() => {
    const members = this.staff.members();
    const { owner } = this.lead();
    const known = !owner || members.some(({ id }) => id === owner.id);
    return known ? members : [...members, { id: owner.id, name: owner.name || 'Somebody who has left' }];
  });
  protected readonly due = computed(() => {
    const on = dueOf(this.shown());
    if (!on) return null;
    const today = calendarDay(this.clock(), this.timeZone());
    return { words: dueWords(on, today), tone: dueTone(on, today) };
  });
  protected readonly needsType = (text: string): string | null => (text ? null : 'Say what they want built');
  protected readonly isAmount = (text: string): string | null =>
    readMoney(text, this.currency()) === undefined ? 'Enter an amount such as 48,000' : null;

  protected set(change: ChangeLead): void {
    void this.desk.changes.make(this.lead(), change).catch((error: unknown) => this.toasts.fail(error));
  }

  protected setValue(text: string): void {
    this.set({ estimatedValue: readMoney(text, this.currency()) ?? null });
  }

  protected async chooseStage(select: HTMLSelectElement): Promise<void> {
    const to = this.stages[select.selectedIndex]?.value as LeadStage | undefined;
    const from = this.shown().stage;
    if (!to || to === from) return;
    if (to !== 'lost') return this.set(changeOf(this.lead(), to));
    select.value = from;
    const { LostSheet } = await import('../lost-sheet');
    const reason = await this.sheets.open<string>(LostSheet, this.lead());
    if (reason !== undefined) this.set(changeOf(this.lead(), 'lost', reason));
  }

  protected redo(): void {
    void this.desk.changes.redo(this.lead().id).catch((error: unknown) => this.toasts.fail(error));
  }

  private currency(): string {
    return this.lead().estimatedValue?.currency ?? this.chosen.company()?.currency ?? 'USD';
  }
}
