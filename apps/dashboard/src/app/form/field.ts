import {
  afterNextRender,
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChild,
  Directive,
  effect,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';

let count = 0;

/** A labelled control with its hint and its fault beside it. Holds one `<input appControl [formField]>` or the like. */
@Component({
  selector: 'app-field',
  template: `
    <label [attr.for]="controlId" [class.visually-hidden]="labelHidden()">
      {{ label() }}
      @if (optional()) {
        <span class="optional">optional</span>
      }
    </label>
    @if (hint(); as text) {
      <p class="hint" [id]="hintId">{{ text }}</p>
    }
    <ng-content />
    @if (fault(); as text) {
      <p class="fault" [id]="faultId">{{ text }}</p>
    }
  `,
  host: { '[class.faulty]': '!!fault()' },
  styles: `
    :host {
      display: grid;
      gap: 4px;
      min-width: 0;
    }
    label {
      font-weight: 550;
      font-size: var(--text-15);
    }
    .optional {
      color: var(--muted);
      font-weight: 400;
      font-size: var(--text-13);
      margin-inline-start: 4px;
    }
    .hint {
      color: var(--muted);
      font-size: var(--text-13);
      margin: 0;
    }
    .fault {
      color: var(--late);
      font-size: var(--text-13);
      font-weight: 550;
      margin: 0;
    }
    .fault::before {
      content: '▲ ';
      font-size: 0.7em;
      vertical-align: 0.15em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly optional = input(false, { transform: booleanAttribute });
  /** Where a heading right above says the same. */
  readonly labelHidden = input(false, { transform: booleanAttribute });

  private readonly control = contentChild(FormField);
  private readonly pressed = signal(false);
  readonly controlId = `field-${++count}`;
  readonly hintId = `${this.controlId}-hint`;
  readonly faultId = `${this.controlId}-fault`;

  /** The first fault, once the person has been there or pressed save. */
  readonly fault = computed(() => {
    const state = this.control()?.state();
    // Passing through an empty field is no fault yet; typing something wrong or pressing save is.
    if (!state?.touched() || !(state.dirty() || this.pressed())) return null;
    const fault = state.errors().find((error) => error.message);
    return fault?.message ?? null;
  });
  readonly describedBy = computed(() => {
    const ids = [this.hint() ? this.hintId : '', this.fault() ? this.faultId : ''].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : null;
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    const press = () => this.pressed.set(true);
    afterNextRender(() => host.nativeElement.closest('form')?.addEventListener('submit', press, { capture: true }));
    effect(() => {
      if (!this.control()?.state().touched()) this.pressed.set(false);
    });
  }
}

/** Ties a control to the `app-field` around it. */
@Directive({
  selector: '[appControl]',
  host: {
    class: 'control',
    '[id]': 'place.controlId',
    '[attr.aria-invalid]': "place.fault() ? 'true' : null",
    '[attr.aria-describedby]': 'place.describedBy()',
  },
})
export class FieldControl {
  protected readonly place = inject(Field);
}

/** What every form imports. */
export const formParts = [FormField, Field, FieldControl] as const;
