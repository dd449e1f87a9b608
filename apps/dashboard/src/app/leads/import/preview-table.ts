import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { LeadColumn } from '@porchlight/contracts';
import { Icon } from '../../shell/icon';
import { columnWords } from './columns';
import { type CheckedRow } from './lead-import';

const alikeWords = { email: 'e-mail', phone: 'phone', address: 'address' } as const;
const atOnce = 20;

/** The first rows as they would be imported, with what is wrong right in its cell; or only those to look at. */
@Component({
  selector: 'app-import-preview',
  imports: [Icon, MatButton, RouterLink],
  template: `
    @if (faulty().length > 0) {
      <label class="check">
        <input #only type="checkbox" [checked]="onlyFaulty()" (change)="onlyFaulty.set(only.checked)" />
        <span>Show only the {{ faulty().length }} to look at</span>
      </label>
    }
    <div class="frame" tabindex="0" role="region" aria-label="Rows of the file">
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">What comes of it</th>
            @for (column of columns(); track column) {
              <th scope="col">{{ words[column] }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of shown(); track row.number) {
            <tr>
              <th scope="row">{{ row.number }}</th>
              <td>
                <span class="chip" [attr.data-tone]="row.tone">{{ row.word }}</span>
                @for (one of row.alike; track one.id) {
                  <p class="small">
                    Same {{ one.because }} as
                    <a [routerLink]="['/leads', one.id]" target="_blank">{{ one.name }}</a>
                  </p>
                }
              </td>
              @for (cell of row.cells; track cell.column) {
                <td [class.bad]="cell.error">
                  {{ cell.text }}
                  @if (cell.error; as error) {
                    <p class="error small"><app-icon name="close" /> {{ error }}</p>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (all().length > count()) {
      <div class="actions">
        <button matButton type="button" (click)="count.set(count() + 100)">Show more rows</button>
        <span class="muted small">{{ count() }} of {{ all().length }}</span>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      min-width: 0;
    }
    .frame {
      overflow: auto;
      max-height: 70vh;
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
      background: var(--surface);
    }
    table {
      border-collapse: collapse;
      min-width: 100%;
    }
    th,
    td {
      padding: 6px var(--space-3);
      border-block-end: 1px solid var(--hairline);
      text-align: start;
      vertical-align: top;
      max-width: 280px;
      overflow-wrap: anywhere;
    }
    td {
      min-width: 132px;
    }
    thead th {
      position: sticky;
      inset-block-start: 0;
      background: var(--surface);
      white-space: nowrap;
    }
    th {
      color: var(--muted);
      font-size: var(--text-13);
      font-weight: 550;
    }
    .bad {
      background: var(--late-wash);
    }
    .error {
      color: var(--late);
      font-weight: 550;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewTable {
  readonly rows = input.required<readonly CheckedRow[]>();
  readonly columns = input.required<readonly LeadColumn[]>();
  protected readonly words = columnWords;
  protected readonly onlyFaulty = linkedSignal({ source: this.rows, computation: () => false });
  protected readonly count = linkedSignal({ source: this.onlyFaulty, computation: () => atOnce });
  protected readonly faulty = computed(() =>
    this.rows().filter(({ answer }) => answer.status === 'refused' || answer.duplicates.length > 0),
  );
  protected readonly all = computed(() => (this.onlyFaulty() ? this.faulty() : this.rows()));
  protected readonly shown = computed(() =>
    this.all()
      .slice(0, this.count())
      .map(({ number, lead, answer }) => ({
        number,
        ...verdict(answer),
        alike: answer.duplicates.slice(0, 2).map(({ leadId, clientName, because }) => ({
          id: leadId,
          name: clientName,
          because: because.map((what) => alikeWords[what]).join(' and '),
        })),
        cells: this.columns().map((column) => ({
          column,
          text: lead[column] ?? '',
          error: answer.errors?.find(({ path }) => path === column)?.message,
        })),
      })),
  );
}

function verdict({ status, duplicates }: CheckedRow['answer']): { word: string; tone: string | null } {
  if (status === 'refused') return { word: 'Cannot be read', tone: 'late' };
  if (status === 'created') return { word: 'In', tone: 'done' };
  return duplicates.length > 0 ? { word: 'Known already?', tone: 'waiting' } : { word: 'New', tone: 'done' };
}
