import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** The foot of a sheet that holds a form: save it, or leave it. */
@Component({
  selector: 'app-sheet-foot',
  imports: [MatButton],
  template: `
    <button matButton="filled" type="submit" [attr.form]="form()" [disabled]="busy()">{{ action() }}</button>
    <button matButton type="button" (click)="cancel()">Cancel</button>
  `,
  host: { class: 'actions' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetFoot {
  /** The id of the form: the foot stands outside of it. */
  readonly form = input.required<string>();
  readonly action = input.required<string>();
  readonly busy = input(false);
  private readonly dialog = inject(DialogRef);

  protected cancel(): void {
    this.dialog.close();
  }
}
