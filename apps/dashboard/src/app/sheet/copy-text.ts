import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../shell/icon';

/** A link to hand over: readable, selectable, copied by one button. */
@Component({
  selector: 'app-copy-text',
  imports: [Icon, MatButton],
  template: `
    <input class="control" readonly [value]="text()" [attr.aria-label]="label()" #field (focus)="field.select()" />
    <button matButton="outlined" type="button" [attr.aria-label]="'Copy: ' + label()" (click)="copy()">
      <app-icon [name]="copied() ? 'check' : 'copy'" /> {{ copied() ? 'Copied' : 'Copy' }}
    </button>
    <span class="visually-hidden" role="status">{{ copied() ? 'Copied' : '' }}</span>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-2);
      align-items: center;
    }
    .control {
      font-size: var(--text-13);
      text-overflow: ellipsis;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyText {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  private readonly clipboard = inject(Clipboard);
  protected readonly copied = signal(false);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.text()));
    setTimeout(() => this.copied.set(false), 2500);
  }
}
