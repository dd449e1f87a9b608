import { ChangeDetectionStrategy, Component, computed, inject, Injector } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Budget } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, onReturn } from '../../api/loaded';
import { Sheets } from '../../sheet/sheets';
import { PrivateMark } from '../../shell/marks';
import { Trouble } from '../../shell/trouble';
import { isOver, showMoney } from '../../words/money';
import { sections, sectionWords } from '../../words/words';
import { ProjectStore } from '../project-store';

/** Money of the project, from the costs of its tasks. Builder only. */
@Component({
  selector: 'app-budget',
  imports: [MatButton, PrivateMark, Trouble],
  templateUrl: './budget.html',
  styleUrl: './budget.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BudgetTab {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly injector = inject(Injector);
  protected readonly budget = new Loaded<Budget>(() => this.api.get<Budget>(this.project.path('/budget')));
  protected readonly rows = computed(() => {
    const budget = this.budget.value();
    if (!budget) return [];
    return [
      ...sections.map((section) => ({ name: sectionWords[section], figures: budget.sections[section], total: false })),
      { name: 'Whole project', figures: budget.total, total: true },
    ];
  });
  protected readonly money = showMoney;
  protected readonly isOver = isOver;

  constructor() {
    void this.budget.load();
    onReturn(() => void this.budget.load());
  }

  protected async edit(): Promise<void> {
    const { ProjectSheet } = await import('../../projects/project-sheet');
    const saved = await this.sheets.open(ProjectSheet, { project: this.project.project() }, this.injector);
    if (saved) void this.budget.load();
  }
}
