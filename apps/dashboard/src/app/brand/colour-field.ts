import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { formParts } from '../form/field';
import { hexOf } from './hex';

/** A colour: picked from the browser's own picker, or typed. */
@Component({
  selector: 'app-colour-field',
  imports: [...formParts],
  template: `
    <app-field [label]="label()" [hint]="hint()">
      <span class="row">
        <input
          #picker
          type="color"
          [attr.aria-label]="'Pick: ' + label()"
          [disabled]="field()().disabled()"
          [value]="picked()"
          (input)="set(picker.value)"
        />
        <input
          appControl
          [formField]="field()"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          (blur)="tidy()"
        />
      </span>
    </app-field>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: 56px minmax(0, 1fr);
      gap: var(--space-2);
    }
    [type='color'] {
      width: 56px;
      height: 100%;
      min-height: 40px;
      padding: 3px;
      border: 1px solid var(--outline);
      border-radius: 6px;
      background: var(--surface);
      cursor: pointer;
    }
    [type='color']:disabled {
      cursor: default;
    }
    .control {
      font-variant-numeric: tabular-nums;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColourField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly field = input.required<FieldTree<string>>();
  private last = '#000000';
  /** The picker knows colours only: while none is typed it keeps the last one. */
  protected readonly picked = computed(() => (this.last = hexOf(this.field()().value()) ?? this.last));

  protected set(color: string): void {
    this.field()().value.set(color);
    this.field()().markAsDirty();
  }

  /** `1F4E46` becomes `#1f4e46` once it has been typed. */
  protected tidy(): void {
    const color = hexOf(this.field()().value());
    if (color && color !== this.field()().value()) this.field()().value.set(color);
  }
}
