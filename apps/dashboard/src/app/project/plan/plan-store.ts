import { computed, inject, Injectable } from '@angular/core';
import type { ChangeTask, CreateTask, Task } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withItem, withoutItem } from '../../api/loaded';
import { ProjectStore } from '../project-store';
import { planSections } from './plan-rows';

/** The tasks of the project and what is done to them. */
@Injectable()
export class PlanStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);

  readonly tasks = new Loaded<Task[]>(() => this.api.all<Task>(this.project.path('/tasks')));
  readonly sections = computed(() => planSections(this.tasks.value() ?? []));

  readonly write = async (task: Task, change: ChangeTask): Promise<Task> => {
    const path = this.project.path(`/tasks/${task.id}`);
    const changed = await this.api.patch<Task>(path, change, { version: task.version });
    this.adopt(changed);
    if (changed.parentId || task.parentId) void this.tasks.load();
    return changed;
  };

  async create(task: CreateTask, key: string): Promise<Task> {
    const created = await this.api.post<Task>(this.project.path('/tasks'), task, { key });
    this.adopt(created);
    if (created.parentId) void this.tasks.load();
    return created;
  }

  async remove(task: Task): Promise<void> {
    await this.api.delete(this.project.path(`/tasks/${task.id}`), { version: task.version });
    this.tasks.change(withoutItem(task.id));
    this.renewHead();
    if (task.parentId) void this.tasks.load();
  }

  /** A builder's yes to work that was submitted for review. */
  approve(task: Task): Promise<Task> {
    return this.judge(task, 'approve', {});
  }

  /** A builder's no: status and progress are again what they were. */
  sendBack(task: Task, reason: string): Promise<Task> {
    return this.judge(task, 'reject', { reason });
  }

  /** A task as it is stored now; the project's percentages follow. */
  adopt(task: Task): void {
    this.tasks.change(withItem(task));
    this.renewHead();
  }

  /** The task became a customer item. */
  gone(task: Task): void {
    this.tasks.change(withoutItem(task.id));
    this.renewHead();
    if (task.parentId) void this.tasks.load();
  }

  private async judge(task: Task, verdict: 'approve' | 'reject', body: object): Promise<Task> {
    const path = this.project.path(`/tasks/${task.id}/${verdict}`);
    const judged = await this.api.post<Task>(path, body, { version: task.version });
    this.adopt(judged);
    if (judged.parentId) void this.tasks.load();
    return judged;
  }

  private renewHead(): void {
    void this.project.head.load();
  }
}
