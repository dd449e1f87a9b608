import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded, onReturn } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { Trouble } from '../shell/trouble';
import { showDay } from '../words/dates';
import { showMoney } from '../words/money';
import { leadStageWords } from '../words/words';
import { stageTones } from './stage-tones';

@Component({
  selector: 'app-lead-list',
  imports: [Icon, MatButton, RouterLink, Trouble],
  templateUrl: './lead-list.html',
  styleUrl: './lead-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadList {
  private readonly api = inject(Api);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  private readonly chosen = inject(ChosenCompany);
  protected readonly leads = new Loaded<Lead[]>(() => this.api.all<Lead>('/api/leads', this.chosen.query()));
  protected readonly words = leadStageWords;
  protected readonly tones = stageTones;
  protected readonly day = showDay;
  protected readonly money = showMoney;

  constructor() {
    effect(() => {
      this.chosen.id();
      untracked(() => void this.leads.restart());
    });
    onReturn(() => void this.leads.load());
  }

  protected async create(): Promise<void> {
    const { LeadSheet } = await import('./lead-sheet');
    const created = await this.sheets.open<Lead>(LeadSheet, { lead: null });
    if (created) await this.router.navigate(['/leads', created.id]);
  }
}
