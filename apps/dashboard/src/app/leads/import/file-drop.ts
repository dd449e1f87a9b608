import { ChangeDetectionStrategy, Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** Takes one file of leads, by button or by drop. */
@Component({
  selector: 'app-file-drop',
  imports: [MatButton],
  template: `
    <p><strong>Drop a CSV file here</strong></p>
    <button matButton="filled" type="button" [disabled]="busy()" (click)="choose()">
      {{ busy() ? 'Reading…' : 'Choose a file' }}
    </button>
    <input
      #files
      type="file"
      class="visually-hidden"
      tabindex="-1"
      aria-label="CSV file"
      accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
      (change)="take(files.files); files.value = ''"
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
  host: {
    '[class.over]': 'over()',
    '(dragover)': '$event.preventDefault(); over.set(true)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileDrop {
  readonly busy = input(false);
  readonly chosen = output<File>();
  protected readonly over = signal(false);
  private readonly files = viewChild.required<ElementRef<HTMLInputElement>>('files');

  protected choose(): void {
    this.files().nativeElement.click();
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files);
  }

  protected take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (file && !this.busy()) this.chosen.emit(file);
  }
}
