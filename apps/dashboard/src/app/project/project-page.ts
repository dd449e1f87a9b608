import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  type OnInit,
  untracked,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTabLink, MatTabNav, MatTabNavPanel } from '@angular/material/tabs';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { Project } from '@porchlight/contracts';
import { DaysBadge, ProgressRing } from '@porchlight/ui';
import { onReturn } from '../api/loaded';
import { Portals } from '../portals/portals';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { PageTitle } from '../shell/page-title';
import { Toasts } from '../shell/toasts';
import { Trouble } from '../shell/trouble';
import { showFullDay } from '../words/dates';
import { projectStatusWords } from '../words/words';
import { ConfirmationStore } from './confirmation/confirmation-store';
import { FilesStore } from './files/files-store';
import { ProjectStore } from './project-store';
import { ShareStore } from './share/share-store';
import { TeamStore } from './team/team-store';

@Component({
  selector: 'app-project-page',
  imports: [
    DaysBadge,
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTabLink,
    MatTabNav,
    MatTabNavPanel,
    MatTooltip,
    ProgressRing,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    Trouble,
  ],
  providers: [ConfirmationStore, FilesStore, ProjectStore, ShareStore, TeamStore],
  templateUrl: './project-page.html',
  styleUrl: './project-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectPage implements OnInit {
  readonly id = input.required<string>();
  protected readonly store = inject(ProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly portals = inject(Portals);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly chosen = inject(ChosenCompany);

  protected readonly fullDay = showFullDay;
  protected readonly words = projectStatusWords;
  protected readonly tabs = computed(() => [
    { path: 'plan', word: 'Plan' },
    ...(this.store.isBuilder()
      ? [
          { path: 'customer', word: 'Customer' },
          { path: 'budget', word: 'Budget' },
          { path: 'notes', word: 'Notes' },
          { path: 'files', word: 'Files' },
          { path: 'activity', word: 'Activity' },
          { path: 'settings', word: 'Settings' },
        ]
      : []),
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.of(this.store.project()?.name ?? 'Project'));
    // Who comes by a link works in that project's company from here on.
    effect(() => {
      const companyId = this.store.project()?.companyId;
      if (companyId) untracked(() => this.chosen.choose(companyId));
    });
    effect(() => {
      if (this.store.isBuilder()) untracked(() => void this.store.leadId.load());
    });
    onReturn(() => void this.store.head.load());
  }

  ngOnInit(): void {
    this.store.open(this.id());
  }

  protected async team(): Promise<void> {
    const { TeamSheet } = await import('./team/team-sheet');
    await this.sheets.open(TeamSheet, null, this.injector);
  }

  protected async share(): Promise<void> {
    const { ShareSheet } = await import('./share/share-sheet');
    await this.sheets.open(ShareSheet, null, this.injector);
  }

  /** On a phone not all tabs fit: the open one does. */
  protected bringIntoView(isOpen: boolean, { elementRef }: MatTabLink): void {
    if (isOpen) elementRef.nativeElement.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected whoAndWhere({ clientName, address, role }: Project): string {
    const client = clientName ?? (role === 'subcontractor' ? null : 'No client yet');
    return [client, address].filter(Boolean).join(' · ');
  }

  protected preview(): void {
    this.portals.preview(this.id()).catch((error: unknown) => this.toasts.fail(error));
  }
}
