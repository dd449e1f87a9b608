import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../shell/icon';

/** A button that opens the device's own choice of files. */
@Component({
  selector: 'app-choose-files',
  imports: [Icon, MatButton],
  template: `
    <button
      matButton="outlined"
      type="button"
      [disabled]="busy()"
      [attr.aria-describedby]="describedBy()"
      (click)="files.click()"
    >
      <app-icon name="add" /> {{ word() }}
    </button>
    <input
      #files
      type="file"
      hidden
      [accept]="accepted().join(',')"
      [multiple]="several()"
      [attr.aria-label]="word()"
      (change)="take(files)"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseFiles {
  /** What the button says: `Add files`. */
  readonly word = input.required<string>();
  /** Media types. */
  readonly accepted = input.required<readonly string[]>();
  readonly several = input(false);
  readonly busy = input(false);
  /** The id of a hint. */
  readonly describedBy = input<string>();
  readonly chosen = output<readonly File[]>();

  protected take(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    // The same file can be chosen once more.
    input.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }
}
