import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ChangeProject, CreateProject, Project } from '@porchlight/contracts';
import { Api } from '../api/api';
import { type Refusal } from '../api/refusal';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { ProjectStore } from '../project/project-store';
import { Session } from '../session/session';
import { Sheet } from '../sheet/sheet';
import { PrivateMark } from '../shell/marks';
import { timeZones, todayIn } from '../words/dates';
import { choices, projectStatusWords } from '../words/words';
import { moneyText, readMoney } from '../words/money';

/** New project, or the head of one. */
@Component({
  selector: 'app-project-sheet',
  imports: [...formParts, FormHead, MatButton, PrivateMark, Sheet, StaleNotice],
  templateUrl: './project-sheet.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectSheet {
  protected readonly project = inject<{ project: Project | null }>(DIALOG_DATA).project;
  private readonly dialog = inject<DialogRef<Project>>(DialogRef);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly store = inject(ProjectStore, { optional: true });
  private readonly key = crypto.randomUUID();

  private readonly company = this.session.companies()[0];
  private readonly currency = this.store?.currency() ?? this.company?.currency ?? 'USD';
  private readonly zone = this.project?.timeZone ?? this.company?.timeZone ?? 'America/New_York';
  protected readonly zones = timeZones(this.zone);
  protected readonly statuses = choices(projectStatusWords);
  protected readonly desk =
    this.project && this.store
      ? new EditDesk<Project, ChangeProject>(this.project, this.store.write, this.store.whoChanged)
      : null;
  protected readonly saving = this.desk?.saving ?? new Saving();
  /** The server found open tasks in a project that is to be completed. */
  protected readonly openTasks = signal<string | null>(null);

  private readonly start = {
    name: this.project?.name ?? '',
    clientName: this.project?.clientName ?? '',
    address: this.project?.address ?? '',
    status: this.project?.status ?? 'planning',
    start: this.project?.start ?? todayIn(this.zone),
    deadline: this.project?.deadline ?? '',
    timeZone: this.zone,
    budget: moneyText(this.project?.budget),
  };
  private readonly model = signal(this.start);
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Give the project a name' });
    required(path.start, { message: 'Choose a start' });
    validate(path.budget, ({ value }) =>
      readMoney(value(), this.currency) === undefined
        ? { kind: 'money', message: 'Enter an amount such as 12,500.50' }
        : null,
    );
  });
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start));
  private readonly names = { 'budget.amount': 'budget' };

  protected async save(event?: Event, completeOpenTasks = false): Promise<void> {
    event?.preventDefault();
    this.openTasks.set(null);
    const saved = this.desk ? await this.change(this.desk, completeOpenTasks) : await this.create();
    if (saved) this.dialog.close(saved);
  }

  protected keepTheirs(): void {
    if (!this.desk) return;
    const theirs = this.desk.keepTheirs();
    this.store?.head.set(theirs);
    this.dialog.close(theirs);
  }

  protected cancel(): void {
    this.dialog.close();
  }

  private change(desk: EditDesk<Project, ChangeProject>, completeOpenTasks: boolean): Promise<Project | null> {
    const { name, clientName, address, status, start, deadline, timeZone, budget } = this.model();
    const wanted: ChangeProject = {
      name: name.trim(),
      clientName: clientName.trim() || null,
      address: address.trim() || null,
      status,
      start,
      deadline: deadline || null,
      timeZone,
      budget: readMoney(budget, this.currency) ?? null,
      ...(completeOpenTasks ? { completeOpenTasks } : {}),
    };
    return desk.save(this.form, wanted, { names: this.names, refused: (refusal) => this.hasOpenTasks(refusal) });
  }

  private async create(): Promise<Project | null> {
    const { name, clientName, address, start, deadline, timeZone, budget: text } = this.model();
    const budget = readMoney(text, this.currency);
    const body: CreateProject = {
      name,
      start,
      timeZone,
      ...(clientName.trim() ? { clientName } : {}),
      ...(address.trim() ? { address } : {}),
      ...(deadline ? { deadline } : {}),
      ...(budget ? { budget } : {}),
    };
    const created: Project[] = [];
    await this.saving.run(
      this.form,
      async () => created.push(await this.api.post<Project>('/api/projects', body, { key: this.key })),
      { names: this.names },
    );
    return created[0] ?? null;
  }

  private hasOpenTasks(refusal: Refusal): boolean {
    if (refusal.code !== 'open_tasks') return false;
    this.openTasks.set(refusal.message);
    return true;
  }
}
