import { computed, inject, Injectable, signal } from '@angular/core';
import type { Activity, ChangeProject, Member, PortalSettings, Project, ProjectFile } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { Session } from '../session/session';

/** The project a page is about: its head, its people, and the paths of everything under it. */
@Injectable()
export class ProjectStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly opened = signal('');

  readonly id = this.opened.asReadonly();
  readonly head = new Loaded<Project>(() => this.api.get<Project>(this.path()));
  readonly members = new Loaded<Member[]>(() => this.api.all<Member>(`/api/identity/projects/${this.id()}/members`));
  /** The lead it was published from; null where it was made in the dashboard. Staff alone may ask. */
  readonly leadId = new Loaded<string | null>(async () => {
    const { leadId } = await this.api.get<PortalSettings>(`/api/leads/portals/${this.id()}`);
    return leadId;
  });

  /** Texts begun and not sent yet: they outlive a change of tabs. */
  readonly drafts = {
    note: signal({ text: '' }),
    update: signal({ text: '' }),
    /** The photo that goes with the update. */
    photo: signal<ProjectFile | null>(null),
  };

  readonly project = this.head.value;
  /** For what is shown only once the project is there. */
  readonly present = computed(() => {
    const project = this.project();
    if (!project) throw new Error('the project is not loaded yet');
    return project;
  });
  readonly isBuilder = computed(() => (this.project()?.role ?? 'subcontractor') !== 'subcontractor');
  private readonly company = computed(() =>
    this.session.companies().find((company) => company.id === this.project()?.companyId),
  );
  readonly currency = computed(() => this.company()?.currency ?? this.project()?.budget?.currency ?? 'USD');
  readonly amberDays = computed(() => this.company()?.amberDays ?? 14);

  open(id: string): void {
    this.opened.set(id);
    void this.head.load();
  }

  path(rest = ''): string {
    return `/api/projects/${this.id()}${rest}`;
  }

  readonly write = async (project: Project, change: ChangeProject): Promise<Project> => {
    const changed = await this.api.patch<Project>(this.path(), change, { version: project.version });
    this.head.set(changed);
    return changed;
  };

  /** The name of who changed this thing last, by the activity trail. */
  readonly whoChanged = async ({ id }: { id: string }): Promise<string | null> => {
    const { items } = await this.api.get<{ items: Activity[] }>(this.path('/activity'), { limit: 50 });
    const actor = items.find(({ subjectId }) => subjectId === id)?.actor ?? null;
    return actor === this.session.me()?.person.name ? 'You, in another window,' : actor;
  };
}
