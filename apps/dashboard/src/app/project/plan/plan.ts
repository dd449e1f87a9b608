import { ChangeDetectionStrategy, Component, computed, inject, Injector } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import type { Section, Task } from '@porchlight/contracts';
import { onReturn } from '../../api/loaded';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { sectionWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { PlanStore } from './plan-store';
import { TaskRow } from './task-row';
import type { TaskSheetResult } from './task-sheet';
import { copyOf } from './task-copy';

/** Every task in its section, edited where it stands. */
@Component({
  selector: 'app-plan',
  imports: [Icon, MatButton, MatIconButton, TaskRow, Trouble],
  providers: [PlanStore],
  templateUrl: './plan.html',
  styleUrl: './plan.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Plan {
  protected readonly store = inject(PlanStore);
  protected readonly project = inject(ProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly words = sectionWords;
  protected readonly progress = computed(() => this.project.project()?.progress);

  constructor() {
    void this.store.tasks.load();
    onReturn(() => void this.store.tasks.load());
  }

  protected async add(section: Section, parent: Task | null = null): Promise<void> {
    const { TaskSheet } = await import('./task-sheet');
    await this.sheets.open(TaskSheet, { task: null, section, parent }, this.injector);
  }

  protected async edit(task: Task): Promise<void> {
    const { TaskSheet } = await import('./task-sheet');
    const sheet = { task, section: task.section, parent: null };
    const result = await this.sheets.open<TaskSheetResult>(TaskSheet, sheet, this.injector);
    if (result === 'to-item') await this.toItem(task);
  }

  protected async toItem(task: Task): Promise<void> {
    const { ItemSheet } = await import('../customer/item-sheet');
    const item = await this.sheets.open(ItemSheet, { item: null, task }, this.injector);
    if (!item) return;
    this.store.gone(task);
    this.toasts.say(`“${task.name}” is now an item of your customer.`);
  }

  protected async remove(task: Task): Promise<void> {
    try {
      await this.store.remove(task);
      const key = crypto.randomUUID();
      this.toasts.undoable(`Deleted “${task.name}”.`, () => this.store.create(copyOf(task), key));
    } catch (error) {
      this.toasts.fail(error);
      void this.store.tasks.load();
    }
  }
}
