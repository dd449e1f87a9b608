import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api } from '../../api/api';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { saveBlob } from '../save-blob';

/** The leads that are filtered for, as a file for a spreadsheet. */
@Component({
  selector: 'app-export-leads',
  imports: [Icon, MatButton],
  template: `
    <button matButton type="button" [disabled]="busy() || nothing()" (click)="save()">
      <app-icon name="out" /> {{ busy() ? 'Exporting…' : 'Export' }}
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExportLeads {
  readonly query = input.required<Record<string, string>>();
  readonly nothing = input(false);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  protected readonly busy = signal(false);

  protected async save(): Promise<void> {
    this.busy.set(true);
    try {
      const file = await this.api.blob(`/api/leads/export?${new URLSearchParams(this.query()).toString()}`);
      saveBlob(this.document, file, 'leads.csv');
      this.toasts.say('The leads are in leads.csv.');
    } catch (error) {
      this.toasts.fail(error);
    } finally {
      this.busy.set(false);
    }
  }
}
