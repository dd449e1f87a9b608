import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import type { Project } from '@porchlight/contracts';
import { Api } from '../api/api';
import { FormHead } from '../form/form-head';
import { Saving } from '../form/saving';
import { ChosenCompany } from '../session/chosen-company';
import { Sheet } from '../sheet/sheet';
import { SheetFoot } from '../sheet/sheet-foot';
import { beginningOf, freshProject, projectNames, projectRules } from './project-draft';
import { ProjectFields } from './project-fields';

/** New project. */
@Component({
  selector: 'app-project-sheet',
  imports: [FormHead, ProjectFields, Sheet, SheetFoot],
  template: `
    <app-sheet heading="New project" [dirty]="dirty()">
      <form id="project-form" class="stack" (submit)="create($event)" novalidate>
        <app-form-head [saving]="saving" />
        <app-project-fields [fields]="form" [zone]="zone" fresh />
      </form>
      <app-sheet-foot sheetFoot form="project-form" action="Create project" [busy]="saving.busy()" />
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectSheet {
  private readonly dialog = inject<DialogRef<Project>>(DialogRef);
  private readonly api = inject(Api);
  private readonly key = crypto.randomUUID();
  private readonly company = inject(ChosenCompany).company();
  private readonly currency = this.company?.currency ?? 'USD';
  protected readonly zone = this.company?.timeZone ?? 'America/New_York';
  protected readonly saving = new Saving();
  private readonly start = freshProject(this.zone);
  private readonly model = signal(this.start);
  protected readonly form = form(this.model, (path) => apply(path, projectRules(this.currency)));
  protected readonly dirty = computed(() => JSON.stringify(this.model()) !== JSON.stringify(this.start));

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const body = {
      ...beginningOf(this.model(), this.currency),
      ...(this.company ? { companyId: this.company.id } : {}),
    };
    const send = async () => {
      this.dialog.close(await this.api.post<Project>('/api/projects', body, { key: this.key }));
    };
    await this.saving.run(this.form, send, { names: projectNames });
  }
}
