import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ChangeProject, Project } from '@porchlight/contracts';
import { type Refusal } from '../../api/refusal';
import { EditDesk } from '../../edit/edit-desk';
import { StaleNotice } from '../../edit/stale-notice';
import { FormHead } from '../../form/form-head';
import { SaveBar } from '../../form/save-bar';
import { projectDraft, projectNames, projectRules, wantedOf } from '../../projects/project-draft';
import { ProjectFields } from '../../projects/project-fields';
import { ProjectStore } from '../project-store';

/** The head of the project, edited in the page. */
@Component({
  selector: 'app-project-facts',
  imports: [FormHead, MatButton, ProjectFields, SaveBar, StaleNotice],
  templateUrl: './project-facts.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectFacts {
  private readonly store = inject(ProjectStore);
  /** What the form began with; renewed by loading and by saving, never under typing hands. */
  private readonly base = signal(this.store.present());
  protected readonly desk = computed(
    () => new EditDesk<Project, ChangeProject>(this.base(), this.store.write, this.store.whoChanged),
  );
  private readonly currency = this.store.currency();
  protected readonly zone = computed(() => this.base().timeZone);
  protected readonly isArchived = computed(() => this.base().status === 'archived');
  private readonly start = computed(() => projectDraft(this.base()));
  private readonly model = signal(this.start());
  protected readonly form = form(this.model, (path) => apply(path, projectRules(this.currency)));
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start()));
  protected readonly saved = signal(false);
  /** The server found open tasks in a project that is to be completed. */
  protected readonly openTasks = signal<string | null>(null);

  constructor() {
    effect(() => {
      const now = this.store.present();
      untracked(() => {
        if (!this.dirty()) this.begin(now);
      });
    });
  }

  protected async save(event?: Event, completeOpenTasks = false): Promise<void> {
    event?.preventDefault();
    this.openTasks.set(null);
    this.saved.set(false);
    const wanted = { ...wantedOf(this.model(), this.currency), ...(completeOpenTasks ? { completeOpenTasks } : {}) };
    const options = { names: projectNames, refused: (refusal: Refusal) => this.hasOpenTasks(refusal) };
    const saved = await this.desk().save(this.form, wanted, options);
    if (!saved) return;
    this.begin(saved);
    this.saved.set(true);
  }

  protected keepTheirs(): void {
    const theirs = this.desk().keepTheirs();
    this.store.head.set(theirs);
    this.begin(theirs);
  }

  protected discard(): void {
    this.openTasks.set(null);
    this.begin(this.store.present());
  }

  private begin(project: Project): void {
    this.base.set(project);
    this.form().reset(projectDraft(project));
  }

  private hasOpenTasks(refusal: Refusal): boolean {
    if (refusal.code !== 'open_tasks') return false;
    this.openTasks.set(refusal.message);
    return true;
  }
}
