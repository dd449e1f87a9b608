import {
  afterNextRender,
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { DOOR_WORDS } from '../door/door-words';
import { formParts } from './field';

/**
 * A password with a button that shows it. Sending the form hides it again: browsers then know what to remember, and
 * nothing stays on the screen.
 */
@Component({
  selector: 'app-password-field',
  imports: [...formParts],
  template: `
    <app-field [label]="label()" [hint]="hint()">
      <span class="row">
        <input
          appControl
          [formField]="field()"
          [type]="shown() ? 'text' : 'password'"
          [autocomplete]="autocomplete()"
          [attr.cdkFocusInitial]="first() ? '' : null"
          autocapitalize="none"
          spellcheck="false"
        />
        <button type="button" (click)="shown.set(!shown())">
          {{ shown() ? words.hide : words.show }}<span class="visually-hidden">&ngsp;{{ words.of }}</span>
        </button>
      </span>
      <span class="visually-hidden" role="status">{{ shown() ? words.shown : '' }}</span>
    </app-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .row {
      position: relative;
      display: block;
    }
    .control {
      padding-inline-end: 72px;
    }
    .control::-ms-reveal {
      display: none;
    }
    button {
      position: absolute;
      /* to be met by a finger over the whole height of the field, though it looks smaller */
      inset: 0 0 0 auto;
      min-width: 64px;
      padding: 0 var(--space-3);
      border: 4px solid transparent;
      border-radius: 8px;
      background: none padding-box;
      color: var(--muted);
      font-size: var(--text-13);
      font-weight: 550;
      cursor: pointer;
    }
    button:hover {
      background-color: var(--sunken);
      color: var(--ink);
    }
    button:focus-visible {
      outline-offset: -6px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly field = input.required<FieldTree<string>>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  /** Whether a dialog around it puts the cursor here. */
  readonly first = input(false, { transform: booleanAttribute });
  protected readonly words = inject(DOOR_WORDS).password;
  protected readonly shown = signal(false);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    const hide = () => this.shown.set(false);
    afterNextRender(() => host.nativeElement.closest('form')?.addEventListener('submit', hide, { capture: true }));
  }
}
