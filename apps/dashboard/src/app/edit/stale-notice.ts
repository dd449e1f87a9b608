import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { IntoView } from './into-view';
import { type StaleEdit } from './versioned-edit';

/** "Anna changed this meanwhile": theirs beside yours, and the choice. */
@Component({
  selector: 'app-stale-notice',
  imports: [IntoView, MatButton],
  template: `
    <section appIntoView class="stale" role="alert" aria-label="Changed meanwhile">
      <p>
        <strong>{{ who() }} changed this meanwhile.</strong> Yours is not saved yet.
      </p>
      <div class="values">
        @for (row of stale().rows; track row.field) {
          <dl>
            <dt>{{ row.label }}</dt>
            <dd><span class="whose">Theirs</span> {{ row.theirs }}</dd>
            <dd><span class="whose">Yours</span> {{ row.yours }}</dd>
          </dl>
        }
      </div>
      <div class="actions">
        <button matButton="filled" type="button" [disabled]="busy()" (click)="redo.emit()">Redo mine</button>
        <button matButton="outlined" type="button" [disabled]="busy()" (click)="keep.emit()">Keep theirs</button>
      </div>
    </section>
  `,
  styles: `
    .stale {
      display: grid;
      gap: var(--space-3);
      padding: var(--space-4);
      border-radius: var(--radius);
      background: var(--waiting-wash);
      border-inline-start: 4px solid var(--waiting);
    }
    .values {
      display: grid;
      gap: var(--space-2);
      max-height: 40vh;
      overflow: auto;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(88px, 1fr) 2fr 2fr;
      gap: var(--space-2);
    }
    dt {
      font-weight: 550;
    }
    dd {
      white-space: pre-line;
      min-width: 0;
    }
    .whose {
      display: block;
      color: var(--muted);
      font-size: var(--text-13);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaleNotice {
  readonly stale = input.required<StaleEdit<unknown, unknown>>();
  readonly busy = input(false);
  readonly redo = output();
  readonly keep = output();
  protected readonly who = computed(() => this.stale().who ?? 'Somebody');
}
