import { ChangeDetectionStrategy, Component, computed, inject, Injector } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { ChangeMilestone, Milestone } from '@porchlight/contracts';
import { StaleNotice } from '../../edit/stale-notice';
import { VersionedEdit } from '../../edit/versioned-edit';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showFullDay, todayIn } from '../../words/dates';
import { sectionWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { CustomerStore } from './customer-store';

const stateWords = { reached: 'Reached', upcoming: 'Upcoming', late: 'Late' } as const;
const stateTones = { reached: 'done', upcoming: null, late: 'late' } as const;

@Component({
  selector: 'app-milestones',
  imports: [Icon, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, StaleNotice, Trouble],
  templateUrl: './milestones.html',
  styleUrl: './customer-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Milestones {
  protected readonly store = inject(CustomerStore);
  private readonly project = inject(ProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);

  protected readonly edit = new VersionedEdit<Milestone, ChangeMilestone>(
    this.store.writeMilestone,
    this.project.whoChanged,
  );
  protected readonly sorted = computed(() =>
    [...(this.store.milestones.value() ?? [])].sort((a, b) => a.targetDate.localeCompare(b.targetDate)),
  );
  protected readonly words = stateWords;
  protected readonly tones = stateTones;
  protected readonly sections = sectionWords;
  protected readonly fullDay = showFullDay;

  protected async open(milestone: Milestone | null): Promise<void> {
    const { MilestoneSheet } = await import('./milestone-sheet');
    await this.sheets.open(MilestoneSheet, { milestone }, this.injector);
  }

  protected async setReached(milestone: Milestone): Promise<void> {
    const reachedOn = milestone.reachedOn ? null : todayIn(this.project.project()?.timeZone ?? 'UTC');
    await this.edit.save(milestone, { reachedOn }).catch((error: unknown) => this.toasts.fail(error));
  }

  protected async redo(): Promise<void> {
    await this.edit.redo().catch((error: unknown) => this.toasts.fail(error));
  }

  protected keepTheirs(): void {
    this.edit.keepTheirs();
    void this.store.milestones.load();
  }

  protected async remove(milestone: Milestone): Promise<void> {
    const { name, targetDate, section, reachedOn } = milestone;
    try {
      await this.store.removeMilestone(milestone);
      const key = crypto.randomUUID();
      this.toasts.undoable(`Deleted “${name}”.`, () =>
        this.store.createMilestone({ name, targetDate, section, reachedOn }, key),
      );
    } catch (error) {
      this.toasts.fail(error);
      void this.store.milestones.load();
    }
  }
}
