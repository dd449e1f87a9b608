import { CdkDrag, type CdkDragDrop, CdkDropList, CdkDropListGroup } from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { Lead, LeadStage } from '@porchlight/contracts';
import { ChosenCompany } from '../../session/chosen-company';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { leadStageWords } from '../../words/words';
import { stageTones } from '../stage-tones';
import { BoardColumns } from './board-columns';
import { askedBy, besides, changeOf, edgeWords, movedWords } from './board-moves';
import { ComesNear } from './comes-near';
import { DrawnCards } from './drawn-cards';
import { type LeadFilters, stages } from './lead-filter';
import { LeadCard } from './lead-card';
import { LeadsOnScreen } from './leads-on-screen';
import { showSum, showSumShortly } from './stage-totals';

/** What stands in a column that has no card. */
const emptyWords: Readonly<Record<LeadStage, string>> = {
  new: 'Who asked, and has not been called yet.',
  contacted: 'Who has been called or written to.',
  site_visit: 'Where you go and look.',
  quoting: 'Who waits for your price.',
  won: 'Who said yes.',
  lost: 'Who said no, and why.',
};

/** The leads by stage. A card is moved by hand, by its menu, or with Shift and an arrow key. */
@Component({
  selector: 'app-lead-board',
  imports: [
    CdkDrag,
    CdkDropList,
    CdkDropListGroup,
    ComesNear,
    Icon,
    LeadCard,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    Trouble,
  ],
  providers: [BoardColumns],
  templateUrl: './board.html',
  styleUrl: './board.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Board {
  readonly filters = input.required<LeadFilters>();
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly sheets = inject(Sheets);
  private readonly toasts = inject(Toasts);
  private readonly chosen = inject(ChosenCompany);
  protected readonly screen = inject(LeadsOnScreen);
  protected readonly board = inject(BoardColumns);
  protected readonly drawn = new DrawnCards();
  protected readonly stages = stages;
  protected readonly words = leadStageWords;
  protected readonly tones = stageTones;
  protected readonly empty = emptyWords;
  protected readonly sum = showSum;
  protected readonly shortSum = showSumShortly;
  protected readonly mayMove = computed(() => this.chosen.may('lead.change'));
  /** What the last move came to, for those who do not see it. */
  protected readonly said = signal('');
  /** A lead that was just won: what comes next is offered. */
  protected readonly won = signal<Lead | null>(null);
  /** On a phone one stage is looked at at a time. */
  protected readonly looked = linkedSignal<LeadStage>(() => this.board.shown()[0] ?? 'new');
  /** What is settled takes little room until it is asked for. */
  protected readonly folded = linkedSignal<ReadonlySet<LeadStage>>(() => {
    const only = this.filters().stages;
    return new Set(only.length > 0 ? [] : (['won', 'lost'] as const));
  });
  /** A finger that drags would scroll; there are menus. */
  protected readonly byHand = this.document.defaultView?.matchMedia?.('(min-width: 861px)').matches ?? true;

  constructor() {
    effect(() => {
      this.filters();
      this.chosen.id();
      untracked(() => {
        this.drawn.restart();
        this.board.restart();
      });
    });
  }

  protected fold(stage: LeadStage): void {
    this.folded.update((folded) => {
      const next = new Set(folded);
      if (!next.delete(stage)) next.add(stage);
      return next;
    });
  }

  protected drop({ item, container }: CdkDragDrop<LeadStage, LeadStage, Lead>): void {
    if (item.data.stage !== container.data) void this.move(item.data, container.data);
  }

  protected key(event: KeyboardEvent, lead: Lead): void {
    const way = event.key === 'ArrowRight' ? 'after' : event.key === 'ArrowLeft' ? 'before' : null;
    if (!way || !event.shiftKey || !this.mayMove()) return;
    event.preventDefault();
    const to = besides(lead.stage, way, this.board.shown());
    if (to) void this.move(lead, to, 'keyboard');
    else this.said.set(edgeWords(lead, way));
  }

  /** By the menu of the card, where a finger or a key may have chosen. */
  protected moveTo(lead: Lead, to: LeadStage): Promise<void> {
    return this.move(lead, to, 'keyboard');
  }

  protected async more(stage: LeadStage): Promise<void> {
    await this.board.more(stage).catch((error: unknown) => this.toasts.fail(error));
  }

  private async move(lead: Lead, to: LeadStage, by: 'hand' | 'keyboard' = 'hand'): Promise<void> {
    const reason = askedBy(to) === 'reason' ? await this.whyLost(lead) : null;
    if (reason === undefined) return this.follow(lead, by);
    if (by === 'keyboard' && this.folded().has(to)) this.fold(to);
    const saving = this.screen.changes.make(lead, changeOf(lead, to, reason));
    this.looked.set(by === 'keyboard' ? to : this.looked());
    this.follow(lead, by);
    this.said.set(movedWords(lead, to));
    try {
      const saved = await saving;
      if (!saved) return this.said.set(`${lead.client.name} was changed by somebody else meanwhile.`);
      this.won.set(askedBy(to) === 'convert' && saved.stage === 'won' ? saved : null);
    } catch (error) {
      this.toasts.fail(error);
      this.said.set(`${lead.client.name} is back in ${leadStageWords[lead.stage]}.`);
      this.follow(lead, by);
    }
  }

  private async whyLost(lead: Lead): Promise<string | null | undefined> {
    const { LostSheet } = await import('../lost-sheet');
    return this.sheets.open<string | null>(LostSheet, lead);
  }

  /** The focus stays on a card that stands in another column now. */
  private follow(lead: Lead, by: 'hand' | 'keyboard'): void {
    if (by === 'hand') return;
    for (const { stage, leads } of this.board.columns())
      this.drawn.reach(stage, leads?.findIndex(({ id }) => id === lead.id) ?? -1);
    const focus = () => setTimeout(() => this.document.getElementById(`card-${lead.id}`)?.focus());
    afterNextRender(focus, { injector: this.injector });
  }
}
