import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, maxLength, required } from '@angular/forms/signals';
import type { ChangeClient, Client } from '@porchlight/contracts';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { formParts } from '../form/field';
import { Sheet } from '../sheet/sheet';
import { SheetFoot } from '../sheet/sheet-foot';
import { Clients } from './clients';

/** What the client is called. */
@Component({
  selector: 'app-client-name',
  imports: [...formParts, FormHead, Sheet, SheetFoot, StaleNotice],
  template: `
    <app-sheet heading="Rename client" [dirty]="dirty()">
      <form id="client-name-form" class="stack" (submit)="save($event)" novalidate>
        <app-form-head [saving]="desk.saving" />
        @if (desk.stale(); as stale) {
          <app-stale-notice [stale]="stale" [busy]="desk.saving.busy()" (redo)="save()" (keep)="keepTheirs()" />
        }
        <app-field label="Name" hint="The household or firm.">
          <input appControl [formField]="form.name" autocomplete="off" />
        </app-field>
        <p class="muted small">Projects that are published keep the name they were published with.</p>
      </form>
      @if (!desk.stale()) {
        <app-sheet-foot sheetFoot form="client-name-form" action="Save" [busy]="desk.saving.busy()" />
      }
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientName {
  private readonly client = inject<Client>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<Client>>(DialogRef);
  private readonly clients = inject(Clients);
  protected readonly desk = new EditDesk<Client, ChangeClient>(this.client, (client, { name }) =>
    this.clients.rename(client, name ?? client.name),
  );
  private readonly model = signal({ name: this.client.name });
  protected readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Enter the household or firm' });
    maxLength(path.name, 160, { message: 'Use at most 160 characters' });
  });
  protected readonly dirty = computed(() => this.model().name !== this.client.name);

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const saved = await this.desk.save(this.form, { name: this.model().name.trim() });
    if (saved) this.dialog.close(saved);
  }

  protected keepTheirs(): void {
    this.dialog.close(this.desk.keepTheirs());
  }
}
