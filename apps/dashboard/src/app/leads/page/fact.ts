import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  Injector,
  afterNextRender,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';

/** One fact, read until it is pressed, then edited where it stands. Gives the text typed; the judge says what is wrong with it. */
@Component({
  selector: 'app-fact',
  imports: [MatButton],
  template: `
    @if (editing()) {
      <form (submit)="$event.preventDefault(); save(field.value)" (keydown.escape)="leave()" novalidate>
        <input
          #field
          class="control"
          autocomplete="off"
          [type]="type()"
          [attr.maxlength]="type() === 'text' ? 300 : null"
          [attr.inputmode]="numeric() ? 'decimal' : null"
          [attr.aria-label]="label()"
          [attr.aria-invalid]="fault() ? 'true' : null"
          [value]="text()"
        />
        <div class="actions">
          <button matButton="filled" type="submit">Save</button>
          <button matButton type="button" (click)="leave()">Cancel</button>
        </div>
        @if (fault(); as sentence) {
          <p class="fault" role="alert">{{ sentence }}</p>
        }
      </form>
    } @else if (fixed()) {
      <span class="read">{{ shown() || '–' }}</span>
    } @else {
      <button
        #value
        type="button"
        class="value"
        [class.none]="!shown()"
        [class.date]="type() === 'date'"
        [attr.aria-label]="(shown() ? 'Change ' : 'Add ') + label().toLowerCase() + (shown() ? ': ' + shown() : '')"
        (click)="edit()"
      >
        {{ shown() || 'Add' }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .value {
      width: 100%;
      min-height: 32px;
      margin-inline-start: -8px;
      padding: 4px 8px;
      border: 1px solid transparent;
      border-radius: 6px;
      background: none;
      text-align: start;
      overflow-wrap: anywhere;
      cursor: text;
    }
    .value:hover {
      border-color: var(--outline);
      background: var(--surface);
    }
    .date {
      width: auto;
      white-space: nowrap;
    }
    .none {
      color: var(--muted);
    }
    .read {
      display: block;
      padding: 5px 0;
    }
    form {
      display: grid;
      gap: var(--space-2);
    }
    .fault {
      color: var(--late);
      font-size: var(--text-13);
      font-weight: 550;
    }
    @media (max-width: 860px), (pointer: coarse) {
      .value {
        min-height: var(--touch);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Fact {
  readonly label = input.required<string>();
  /** As it is read. */
  readonly shown = input.required<string>();
  /** As it is typed. */
  readonly text = input.required<string>();
  readonly type = input<'text' | 'date'>('text');
  readonly numeric = input(false);
  readonly fixed = input(false);
  /** What is wrong with a text, as a sentence. */
  readonly judge = input<(text: string) => string | null>(() => null);
  readonly typed = output<string>();
  protected readonly editing = signal(false);
  protected readonly fault = signal<string | null>(null);
  private readonly injector = inject(Injector);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly value = viewChild<ElementRef<HTMLElement>>('value');

  protected edit(): void {
    this.editing.set(true);
    afterNextRender(
      () => {
        this.field()?.nativeElement.focus();
        if (this.type() === 'text') this.field()?.nativeElement.select();
      },
      { injector: this.injector },
    );
  }

  protected save(text: string): void {
    const fault = this.judge()(text.trim());
    this.fault.set(fault);
    if (fault) return this.field()?.nativeElement.focus();
    if (text.trim() !== this.text()) this.typed.emit(text.trim());
    this.leave();
  }

  protected leave(): void {
    this.fault.set(null);
    this.editing.set(false);
    afterNextRender(() => this.value()?.nativeElement.focus(), { injector: this.injector });
  }
}
