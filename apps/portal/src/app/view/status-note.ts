import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { WORDS } from '../words/words';
import { noteFor } from './note-for';

/** A friendly sentence where the work rests, is done, or is handed over. Nothing while it goes on. */
@Component({
  selector: 'pl-status-note',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (note(); as kind) {
      <div class="note" [attr.data-note]="kind">
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          @switch (kind) {
            @case ('on_hold') {
              <path d="M9 6v12M15 6v12" />
            }
            @case ('closed') {
              <rect x="5" y="10" width="14" height="10" rx="2" />
              <path d="M8 10V8a4 4 0 0 1 8 0v2" />
            }
            @case ('handed_over') {
              <path d="M4 11.5 12 5l8 6.5V20H4zM12 15v.1" />
            }
            @case ('completed') {
              <path d="m5 12.5 4.5 4.5L19 7.5" />
            }
          }
        </svg>
        <div>
          <h2>{{ words[kind].title }}</h2>
          <p class="measure">{{ words[kind].text(companyName()) }}</p>
        </div>
      </div>
    }
  `,
  styles: `
    .note {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--space-3);
      padding: var(--space-4) var(--space-5);
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
      background: var(--neutral-wash);
    }

    .note[data-note='completed'],
    .note[data-note='handed_over'] {
      background: var(--done-wash);
    }

    .icon {
      margin-top: 3px;
      color: var(--neutral);
    }

    [data-note='completed'] .icon,
    [data-note='handed_over'] .icon {
      color: var(--done);
    }

    h2 {
      font-size: var(--text-17);
      font-weight: 650;
      line-height: 1.5;
    }

    @media print {
      .note {
        padding: 2mm 3mm;
      }
    }
  `,
})
export class StatusNote {
  readonly status = input.required<PortalViewV1['status']>();
  readonly progress = input.required<PortalViewV1['progress']>();
  readonly companyName = input.required<string>();

  protected readonly words = inject(WORDS).notes;
  protected readonly note = computed(() => noteFor(this.status(), this.progress().overall));
}
