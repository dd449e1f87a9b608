import { inject, Injectable } from '@angular/core';
import type { z } from 'zod';
import type {
  ChangeItem,
  ChangeMilestone,
  CreateItem,
  CreateMilestone,
  Item,
  Milestone,
  portalSettingsSchema,
  updateSchema,
} from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withItem, withoutItem } from '../../api/loaded';
import { ConfirmationStore } from '../confirmation/confirmation-store';
import { FilesStore } from '../files/files-store';
import { ProjectStore } from '../project-store';

export type Update = z.infer<typeof updateSchema>;
export type PortalSettings = z.infer<typeof portalSettingsSchema>;

/** What the customer is told: milestones, their items, updates, the welcome message. */
@Injectable()
export class CustomerStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  private readonly files = inject(FilesStore);
  private readonly confirmation = inject(ConfirmationStore);

  readonly milestones = new Loaded<Milestone[]>(() => this.api.all<Milestone>(this.project.path('/milestones')));
  readonly items = new Loaded<Item[]>(() => this.api.all<Item>(this.project.path('/items')));
  readonly updates = new Loaded<Update[]>(() => this.api.all<Update>(this.project.path('/updates')));
  readonly portal = new Loaded<PortalSettings>(() => this.api.get<PortalSettings>(this.portalPath()));

  load(): void {
    for (const part of [this.milestones, this.items, this.updates, this.portal]) void part.load();
  }

  readonly writeMilestone = async (milestone: Milestone, change: ChangeMilestone): Promise<Milestone> => {
    const path = this.project.path(`/milestones/${milestone.id}`);
    const changed = await this.told(this.api.patch<Milestone>(path, change, { version: milestone.version }));
    this.milestones.change(withItem(changed));
    return changed;
  };

  async createMilestone(body: CreateMilestone, key: string): Promise<Milestone> {
    const created = await this.told(this.api.post<Milestone>(this.project.path('/milestones'), body, { key }));
    this.milestones.change(withItem(created));
    return created;
  }

  async removeMilestone({ id, version }: Milestone): Promise<void> {
    await this.told(this.api.delete(this.project.path(`/milestones/${id}`), { version }));
    this.milestones.change(withoutItem(id));
  }

  readonly writeItem = async (item: Item, change: ChangeItem): Promise<Item> => {
    const path = this.project.path(`/items/${item.id}`);
    const changed = await this.told(this.api.patch<Item>(path, change, { version: item.version }));
    this.items.change(withItem(changed));
    return changed;
  };

  async createItem(body: CreateItem, key: string): Promise<Item> {
    const created = await this.told(this.api.post<Item>(this.project.path('/items'), body, { key }));
    this.items.change(withItem(created));
    return created;
  }

  async removeItem({ id, version }: Item): Promise<void> {
    await this.told(this.api.delete(this.project.path(`/items/${id}`), { version }));
    this.items.change(withoutItem(id));
  }

  /** A photo of the project is shared with it. */
  async createUpdate(text: string, key: string, fileId: string | null = null): Promise<void> {
    const body = { text, ...(fileId ? { fileId } : {}) };
    const created = await this.told(this.api.post<Update>(this.project.path('/updates'), body, { key }));
    this.updates.change((updates) => [created, ...updates.filter(({ id }) => id !== created.id)]);
    if (fileId && this.files.files.value()) void this.files.files.load();
  }

  async removeUpdate({ id, version }: Update): Promise<void> {
    await this.told(this.api.delete(this.project.path(`/updates/${id}`), { version }));
    this.updates.change(withoutItem(id));
  }

  async writeWelcome(version: number, welcomeMessage: string): Promise<void> {
    this.portal.set(await this.api.patch<PortalSettings>(this.portalPath(), { welcomeMessage }, { version }));
  }

  /** What the customer sees of it counts as a confirmation. */
  private async told<T>(change: Promise<T>): Promise<T> {
    const done = await change;
    this.confirmation.renew();
    return done;
  }

  private portalPath(): string {
    return `/api/leads/portals/${this.project.id()}`;
  }
}
