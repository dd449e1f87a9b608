import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { LeadColumn } from '@porchlight/contracts';
import { columnWords, type Mapping } from './columns';
import { type LeadsFile } from './read-file';

const choices = Object.entries(columnWords).map(([value, word]) => ({ value, word }));
const isColumn = (value: string): value is LeadColumn => value in columnWords;

/** Each column of the file, with what stands in it, and what it is for us. */
@Component({
  selector: 'app-column-match',
  template: `
    <ul>
      @for (column of columns(); track $index) {
        <li>
          <label>
            <strong>{{ column.heading }}</strong>
            <select
              #choice
              class="control"
              [disabled]="disabled()"
              [class.out]="!column.is"
              (change)="match($index, choice.value)"
            >
              <option value="" [selected]="!column.is">Leave out</option>
              @for (known of choices; track known.value) {
                <option [value]="known.value" [selected]="known.value === column.is">{{ known.word }}</option>
              }
            </select>
          </label>
          <p class="muted small">{{ column.example }}</p>
        </li>
      }
      <li>
        <label>
          <strong>Project type where the file has none</strong>
          <input
            #type
            class="control"
            maxlength="120"
            autocomplete="off"
            [disabled]="disabled()"
            [value]="usualType()"
            (input)="typed.emit(type.value)"
          />
        </label>
        <p class="muted small">Such as “Kitchen remodel”.</p>
      </li>
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
      gap: var(--space-4) var(--space-5);
    }
    li,
    label {
      display: grid;
      gap: 4px;
      align-content: start;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .out {
      color: var(--muted);
    }
    p {
      display: -webkit-box;
      -webkit-line-clamp: 2;
      -webkit-box-orient: vertical;
      overflow: hidden;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnMatch {
  readonly file = input.required<LeadsFile>();
  readonly mapping = input.required<Mapping>();
  readonly usualType = input.required<string>();
  readonly disabled = input(false);
  readonly matched = output<Mapping>();
  readonly typed = output<string>();
  protected readonly choices = choices;
  protected readonly columns = computed(() => {
    const { headings, rows } = this.file();
    return headings.map((heading, at) => {
      const filled = rows.slice(0, 200).flatMap((row) => (row[at] ? [row[at]] : []));
      return { heading, is: this.mapping()[at], example: filled.slice(0, 3).join(', ') || 'Empty in the first rows' };
    });
  });

  protected match(at: number, value: string): void {
    this.matched.emit(this.mapping().map((column, index) => (index !== at ? column : isColumn(value) ? value : null)));
  }
}
