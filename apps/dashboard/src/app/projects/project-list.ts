import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Project } from '@porchlight/contracts';
import { DaysBadge, ProgressRing } from '@porchlight/ui';
import { Api } from '../api/api';
import { Loaded, onReturn } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { Trouble } from '../shell/trouble';
import { showFullDay } from '../words/dates';
import { projectStatusWords } from '../words/words';

@Component({
  selector: 'app-project-list',
  imports: [DaysBadge, Icon, MatButton, ProgressRing, RouterLink, Trouble],
  templateUrl: './project-list.html',
  styleUrl: './project-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectList {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);

  private readonly chosen = inject(ChosenCompany);
  protected readonly projects = new Loaded<Project[]>(() =>
    this.api.all<Project>('/api/projects', this.chosen.query()),
  );
  protected readonly mayCreate = computed(() => this.chosen.may('project.create'));
  /** Archived ones last, the rest by deadline; those without one after those with. */
  protected readonly sorted = computed(() =>
    [...(this.projects.value() ?? [])].sort((a, b) => rank(a).localeCompare(rank(b)) || a.name.localeCompare(b.name)),
  );
  protected readonly words = projectStatusWords;
  protected readonly fullDay = showFullDay;

  constructor() {
    effect(() => {
      this.chosen.id();
      untracked(() => void this.projects.restart());
    });
    onReturn(() => void this.projects.load());
  }

  protected amberDays(project: Project): number {
    return this.session.companies().find(({ id }) => id === project.companyId)?.amberDays ?? 14;
  }

  protected async create(): Promise<void> {
    const { ProjectSheet } = await import('./project-sheet');
    const created = await this.sheets.open<Project>(ProjectSheet);
    if (created) await this.router.navigate(['/projects', created.id]);
  }
}

const rank = ({ status, deadline }: Project): string =>
  `${status === 'archived' ? 2 : status === 'completed' ? 1 : 0} ${deadline ?? '9999'}`;
