import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { ChosenCompany } from '../../session/chosen-company';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { leadStageWords } from '../../words/words';
import { type DueGroup, dueGroups, dueTone, dueWords } from '../due-words';
import { Initials } from '../initials';
import { stageTones } from '../stage-tones';
import { type LeadFilters } from './lead-filter';
import { LeadsOnScreen } from './leads-on-screen';
import { type NextStep, NextStepForm } from './next-step-form';

const groupWords: Readonly<Record<DueGroup<Lead>['name'], string>> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'In the next seven days',
};

/** What is to be done next and by when, by the calendar of the company; done and followed up in place. */
@Component({
  selector: 'app-leads-due',
  imports: [Icon, Initials, MatButton, NextStepForm, RouterLink, Trouble],
  templateUrl: './due-view.html',
  styleUrl: './due-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DueView {
  readonly filters = input.required<LeadFilters>();
  private readonly chosen = inject(ChosenCompany);
  private readonly toasts = inject(Toasts);
  protected readonly screen = inject(LeadsOnScreen);
  protected readonly list = this.screen.list(200, dueQuery);
  protected readonly mayChange = computed(() => this.chosen.may('lead.change'));
  /** The lead whose next step is being written. */
  protected readonly open = signal<string | null>(null);
  protected readonly said = signal('');
  protected readonly words = leadStageWords;
  protected readonly tones = stageTones;
  protected readonly groups = computed(() => {
    const leads = this.list.leads();
    if (!leads) return null;
    const today = this.screen.today();
    const shown = leads.map((lead) => this.screen.changes.shown(lead));
    return dueGroups(shown, today)
      .filter(({ leads }) => leads.length > 0)
      .map(({ name, leads }) => ({
        name,
        word: groupWords[name],
        rows: leads.map((lead) => ({
          lead,
          due: lead.nextStepOn ? dueWords(lead.nextStepOn, today) : '',
          tone: lead.nextStepOn ? dueTone(lead.nextStepOn, today) : null,
        })),
      }));
  });

  constructor() {
    effect(() => {
      this.filters();
      this.chosen.id();
      untracked(() => void this.list.restart());
    });
  }

  protected async follow(shown: Lead, { nextStep, nextStepOn }: NextStep): Promise<void> {
    this.open.set(null);
    const lead = this.list.leads()?.find(({ id }) => id === shown.id) ?? shown;
    const before = { nextStep: lead.nextStep, nextStepOn: lead.nextStepOn };
    try {
      const saved = await this.screen.changes.make(lead, { nextStep, nextStepOn });
      if (!saved) return;
      this.said.set(`Done for ${lead.client.name}.`);
      this.toasts.undoable(`Done: ${before.nextStep ?? 'next step'}.`, () => this.screen.changes.make(saved, before));
    } catch (error) {
      this.toasts.fail(error);
      this.open.set(lead.id);
    }
  }
}

/** Whatever stage it is in: the choice of stages belongs to the other views. */
function dueQuery(query: Record<string, string>): Record<string, string> {
  const anyStage = Object.entries(query).filter(([word]) => word !== 'stage');
  return { ...Object.fromEntries(anyStage), due: 'week', sort: 'next_step' };
}
