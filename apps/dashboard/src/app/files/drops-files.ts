import { Directive, input, output, signal } from '@angular/core';

/** A place to drop files on; what is dragged over it lights it up (`.over`). */
@Directive({
  selector: '[appDropsFiles]',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class DropsFiles {
  readonly closed = input(false);
  readonly appDropsFiles = output<readonly File[]>();
  protected readonly over = signal(false);

  protected drag(event: DragEvent): void {
    if (this.closed() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    this.over.set(false);
    if (this.closed() || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.appDropsFiles.emit([...event.dataTransfer.files]);
  }
}
