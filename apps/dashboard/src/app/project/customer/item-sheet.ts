import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import type { ChangeItem, CreateItem, Item, Task } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { EditDesk } from '../../edit/edit-desk';
import { StaleNotice } from '../../edit/stale-notice';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Sheet } from '../../sheet/sheet';
import { SheetFoot } from '../../sheet/sheet-foot';
import { SeenMark } from '../../shell/marks';
import { choices, itemKindWords, itemStatusWords, sectionWords } from '../../words/words';
import { ProjectStore } from '../project-store';
import { CustomerStore } from './customer-store';

interface ItemSheetData {
  readonly item: Item | null;
  /** Set when a task is being turned into an item. */
  readonly task: Task | null;
}

/** Something the customer has to do: new, old, or made from a task. */
@Component({
  selector: 'app-item-sheet',
  imports: [...formParts, FormHead, SeenMark, Sheet, SheetFoot, StaleNotice],
  templateUrl: './item-sheet.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemSheet {
  private readonly data = inject<ItemSheetData>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<Item>>(DialogRef);
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  private readonly store = inject(CustomerStore, { optional: true });
  private readonly key = crypto.randomUUID();

  protected readonly item = this.data.item;
  protected readonly task = this.data.task;
  protected readonly kinds = choices(itemKindWords);
  protected readonly statuses = choices(itemStatusWords);
  protected readonly sections = choices(sectionWords);
  protected readonly heading = this.task ? 'Turn into customer item' : this.item ? 'Edit item' : 'Add item';
  protected readonly action = this.task ? 'Turn into customer item' : this.item ? 'Save' : 'Add item';

  protected readonly desk =
    this.item && this.store
      ? new EditDesk<Item, ChangeItem>(this.item, this.store.writeItem, this.project.whoChanged)
      : null;
  protected readonly saving = this.desk?.saving ?? new Saving();
  private readonly start = {
    title: this.item?.title ?? this.task?.name ?? '',
    detail: this.item?.detail ?? '',
    kind: this.item?.kind ?? 'selection',
    section: this.item?.section ?? this.task?.section ?? 'planning',
    dueDate: this.item?.dueDate ?? this.task?.end ?? '',
    status: this.item?.status ?? 'waiting',
  };
  private readonly model = signal(this.start);
  protected readonly form = form(this.model, (path) => {
    required(path.title, { message: 'Say what it is about' });
  });
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start));

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const { title, detail, kind, section, dueDate, status } = this.model();
    const wanted: CreateItem = {
      title: title.trim(),
      detail: detail.trim() || null,
      kind,
      section,
      dueDate: dueDate || null,
      status,
    };
    const saved = this.desk ? await this.desk.save(this.form, wanted) : await this.create(wanted);
    if (saved) this.dialog.close(saved);
  }

  protected keepTheirs(): void {
    void this.store?.items.load();
    this.dialog.close(this.desk?.keepTheirs());
  }

  private async create(item: CreateItem): Promise<Item | null> {
    const body = this.task ? { ...item, fromTaskId: this.task.id } : item;
    const created: Item[] = [];
    await this.saving.run(this.form, async () => {
      created.push(
        this.store
          ? await this.store.createItem(body, this.key)
          : await this.api.post<Item>(this.project.path('/items'), body, { key: this.key }),
      );
    });
    return created[0] ?? null;
  }
}
