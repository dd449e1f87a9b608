import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import type { Lead, Publish } from '@porchlight/contracts';
import { Api } from '../api/api';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Saving } from '../form/saving';
import { Sheet } from '../sheet/sheet';
import { SheetFoot } from '../sheet/sheet-foot';
import { Icon } from '../shell/icon';

/** Publish Project: name and welcome message, and the two things to know before. */
@Component({
  selector: 'app-publish-sheet',
  imports: [...formParts, FormHead, Icon, Sheet, SheetFoot],
  template: `
    <app-sheet heading="Publish Project" [dirty]="dirty()">
      <form id="publish-form" class="stack" (submit)="publish($event)" novalidate>
        <app-form-head [saving]="saving" />
        <ul class="card">
          <li><app-icon name="eye" /> All on this form goes to the client.</li>
          <li><app-icon name="lock" /> A published project cannot be deleted.</li>
        </ul>
        <app-field label="Name"><input appControl [formField]="form.name" autocomplete="off" /></app-field>
        <app-field label="Welcome message" hint="The first thing the client reads.">
          <textarea appControl [formField]="form.welcomeMessage" rows="6"></textarea>
        </app-field>
        <p class="muted small">Both can be changed later. Publishing gives nobody access yet.</p>
      </form>
      <app-sheet-foot sheetFoot form="publish-form" action="Publish Project" [busy]="saving.busy()" />
    </app-sheet>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
    }
    li {
      display: flex;
      gap: var(--space-3);
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishSheet {
  private readonly lead = inject<Lead>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly key = crypto.randomUUID();
  protected readonly saving = new Saving();
  private readonly model = signal<Publish>({ ...this.lead.publishDefaults });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Give the project a name' });
    maxLength(path.name, 160, { message: 'Use at most 160 characters' });
    maxLength(path.welcomeMessage, 2000, { message: 'Use at most 2,000 characters' });
  });
  protected readonly dirty = computed(
    () => JSON.stringify(this.model()) !== JSON.stringify({ ...this.lead.publishDefaults }),
  );

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    const { name, welcomeMessage } = this.model();
    const send = () => this.api.post(`/api/leads/${this.lead.id}/publish`, { name, welcomeMessage }, { key: this.key });
    if (await this.saving.run(this.form, send)) this.dialog.close(true);
  }
}
