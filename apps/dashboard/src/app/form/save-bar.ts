import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Unsaved } from './unsaved';

/** The foot of a form that stands in a page: comes up with the first change and stays in sight until that is saved or dropped. */
@Component({
  selector: 'app-save-bar',
  imports: [MatButton],
  template: `
    @if (dirty()) {
      <div #bar class="bar" [class.asked]="asked()" tabindex="-1" role="group" aria-label="Unsaved changes">
        <p>{{ asked() ? 'Save or discard your changes before you leave.' : 'Not saved yet.' }}</p>
        <div class="actions">
          <button matButton="filled" type="submit" [disabled]="busy()">Save</button>
          <button matButton type="button" [disabled]="busy()" (click)="discard.emit()">Discard</button>
        </div>
      </div>
    }
    <p class="muted" role="status">{{ saved() && !dirty() ? 'Saved.' : '' }}</p>
  `,
  styles: `
    :host {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      margin-block-end: var(--space-3);
      padding: var(--space-3) var(--space-3) var(--space-3) var(--space-4);
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
      background: var(--surface);
      box-shadow: var(--shadow);
    }
    .asked {
      background: var(--waiting-wash);
      border-color: var(--waiting);
    }
    @media (max-width: 860px) {
      :host {
        inset-block-end: calc(60px + env(safe-area-inset-bottom));
      }
    }
  `,
  host: { '(window:beforeunload)': 'beforeUnload($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SaveBar {
  readonly dirty = input.required<boolean>();
  readonly busy = input(false);
  /** Whether what is shown is what was saved last. */
  readonly saved = input(false);
  readonly discard = output();
  /** Its person wanted to leave. */
  protected readonly asked = signal(false);
  private readonly bar = viewChild<ElementRef<HTMLElement>>('bar');

  constructor() {
    const unwatch = inject(Unsaved).watch({ dirty: () => this.dirty(), remind: () => this.remind() });
    inject(DestroyRef).onDestroy(unwatch);
    effect(() => {
      if (!this.dirty()) this.asked.set(false);
    });
  }

  protected beforeUnload(event: Event): void {
    if (this.dirty()) event.preventDefault();
  }

  private remind(): void {
    this.asked.set(true);
    this.bar()?.nativeElement.focus();
  }
}
