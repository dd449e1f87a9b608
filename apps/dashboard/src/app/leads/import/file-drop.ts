import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DropsFiles } from '../../files/drops-files';

/** Takes one file of leads, by button or by drop. */
@Component({
  selector: 'app-file-drop',
  imports: [MatButton],
  template: `
    <p><strong>Drop a CSV file here</strong></p>
    <button matButton="filled" type="button" [disabled]="busy()" (click)="files.click()">
      {{ busy() ? 'Reading…' : 'Choose a file' }}
    </button>
    <input
      #files
      type="file"
      class="visually-hidden"
      tabindex="-1"
      aria-label="CSV file"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      (change)="take([...(files.files ?? [])]); files.value = ''"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      place-items: center;
      align-content: center;
      min-height: 220px;
      padding: var(--space-6);
      border: 2px dashed var(--outline);
      border-radius: var(--radius);
      background: var(--surface);
    }
    :host(.over) {
      border-color: var(--accent);
      background: var(--accent-wash);
    }
  `,
  hostDirectives: [DropsFiles],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileDrop {
  readonly busy = input(false);
  readonly chosen = output<File>();

  constructor() {
    inject(DropsFiles).appDropsFiles.subscribe((files) => this.take(files));
  }

  protected take([file]: readonly File[]): void {
    if (file && !this.busy()) this.chosen.emit(file);
  }
}
