import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  type OnInit,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded, onReturn } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { PrivateMark } from '../shell/marks';
import { PageTitle } from '../shell/page-title';
import { Trouble } from '../shell/trouble';
import { showFullDay } from '../words/dates';
import { showMoney } from '../words/money';
import { leadStageWords } from '../words/words';
import { ClientProject } from './client-project';
import { stageTones } from './stage-tones';

@Component({
  selector: 'app-lead-page',
  imports: [ClientProject, Icon, MatButton, PrivateMark, RouterLink, Trouble],
  templateUrl: './lead-page.html',
  styleUrl: './lead-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadPage implements OnInit {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  protected readonly lead = new Loaded<Lead>(() => this.api.get<Lead>(`/api/leads/${this.id()}`));
  protected readonly words = leadStageWords;
  protected readonly tones = stageTones;
  protected readonly money = showMoney;
  protected readonly facts = computed(() => {
    const lead = this.lead.value();
    if (!lead) return [];
    return [
      { word: 'Site address', value: lead.siteAddress },
      { word: 'Source', value: lead.source },
      { word: 'Next step', value: lead.nextStep },
      { word: 'On', value: lead.nextStepOn && showFullDay(lead.nextStepOn) },
      { word: 'Reason', value: lead.lostReason },
      { word: 'Came in', value: showFullDay(lead.createdAt.slice(0, 10)) },
    ].filter(({ value }) => value);
  });

  constructor() {
    const title = inject(PageTitle);
    const chosen = inject(ChosenCompany);
    effect(() => title.of(this.lead.value()?.client.name ?? 'Lead'));
    // Who comes by a link works in that lead's company from here on.
    effect(() => {
      const companyId = this.lead.value()?.companyId;
      if (companyId) untracked(() => chosen.choose(companyId));
    });
    onReturn(() => void this.lead.load());
  }

  ngOnInit(): void {
    void this.lead.load();
  }

  protected async edit(lead: Lead): Promise<void> {
    const { LeadSheet } = await import('./lead-sheet');
    const saved = await this.sheets.open<Lead>(LeadSheet, { lead });
    if (saved) this.lead.set(saved);
  }
}
