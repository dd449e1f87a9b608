import { ChangeDetectionStrategy, Component, computed, inject, Injector } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { ChangeItem, Item, ItemStatus } from '@porchlight/contracts';
import { StaleNotice } from '../../edit/stale-notice';
import { VersionedEdit } from '../../edit/versioned-edit';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showFullDay } from '../../words/dates';
import { itemKindWords, itemStatusWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { CustomerStore } from './customer-store';

const statuses = ['waiting', 'with_builder', 'done'] as const satisfies readonly ItemStatus[];

/** What the household has to choose, approve or tell: "Your Items" on their page. */
@Component({
  selector: 'app-items',
  imports: [Icon, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, StaleNotice, Trouble],
  templateUrl: './items.html',
  styleUrl: './customer-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Items {
  protected readonly store = inject(CustomerStore);
  private readonly sheets = inject(Sheets);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);

  protected readonly edit = new VersionedEdit<Item, ChangeItem>(this.store.writeItem, inject(ProjectStore).whoChanged);
  protected readonly sorted = computed(() =>
    [...(this.store.items.value() ?? [])].sort(
      (a, b) =>
        statuses.indexOf(a.status) - statuses.indexOf(b.status) ||
        (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999'),
    ),
  );
  protected readonly statuses = statuses;
  protected readonly words = itemStatusWords;
  protected readonly kinds = itemKindWords;
  protected readonly fullDay = showFullDay;

  protected async open(item: Item | null): Promise<void> {
    const { ItemSheet } = await import('./item-sheet');
    await this.sheets.open(ItemSheet, { item, task: null }, this.injector);
  }

  protected async choose(item: Item, select: HTMLSelectElement): Promise<void> {
    const status = statuses[select.selectedIndex];
    if (!status || status === item.status) return;
    try {
      if (!(await this.edit.save(item, { status }))) select.value = item.status;
    } catch (error) {
      select.value = item.status;
      this.toasts.fail(error);
    }
  }

  protected async redo(): Promise<void> {
    await this.edit.redo().catch((error: unknown) => this.toasts.fail(error));
  }

  protected keepTheirs(): void {
    this.edit.keepTheirs();
    void this.store.items.load();
  }

  protected async remove(item: Item): Promise<void> {
    const { title, detail, kind, section, dueDate, status } = item;
    try {
      await this.store.removeItem(item);
      const key = crypto.randomUUID();
      this.toasts.undoable(`Deleted “${title}”.`, () =>
        this.store.createItem({ title, detail, kind, section, dueDate, status }, key),
      );
    } catch (error) {
      this.toasts.fail(error);
      void this.store.items.load();
    }
  }
}
