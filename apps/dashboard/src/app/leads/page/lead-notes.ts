import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Lead } from '@porchlight/contracts';
import { StaleNotice } from '../../edit/stale-notice';
import { Unsaved } from '../../form/unsaved';
import { PrivateMark } from '../../shell/marks';
import { LeadDesk } from './lead-desk';
import { NoteKeeping } from './note-keeping';

const stateWords = { saving: 'Saving…', saved: 'Saved', unsaved: 'Not saved yet' } as const;

/** Private notes, saved while they are written. */
@Component({
  selector: 'app-lead-notes',
  imports: [MatButton, PrivateMark, StaleNotice],
  template: `
    <section class="private pad" aria-labelledby="notes-heading">
      <div class="head">
        <h2 id="notes-heading">Notes</h2>
        <app-private-mark />
        <span class="muted small state" role="status">{{ stateWord() }}</span>
      </div>
      @if (notes.stale(); as stale) {
        <app-stale-notice
          [stale]="stale"
          [busy]="notes.state() === 'saving'"
          (redo)="notes.redo()"
          (keep)="notes.keepTheirs()"
        />
      }
      <textarea
        #text
        class="control"
        rows="5"
        maxlength="10000"
        aria-labelledby="notes-heading"
        placeholder="What they said, what you saw, what the neighbours mind"
        [readonly]="fixed()"
        [value]="notes.text()"
        (input)="type(text.value)"
        (blur)="save()"
      ></textarea>
      @if (notes.trouble(); as sentence) {
        <div class="trouble" role="alert">
          <p>Not saved: {{ sentence }} What you typed is still here.</p>
          <button matButton="outlined" type="button" (click)="save()">Try again</button>
        </div>
      }
    </section>
  `,
  styles: `
    section,
    .trouble {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
    }
    section > * {
      width: 100%;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 2px var(--space-4);
      align-items: baseline;
    }
    h2 {
      font-size: var(--text-17);
    }
    .state {
      margin-inline-start: auto;
    }
    textarea {
      field-sizing: content;
      max-height: 60vh;
    }
  `,
  host: { '(window:beforeunload)': 'beforeUnload($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadNotes {
  readonly lead = input.required<Lead>();
  readonly fixed = input(false);
  private readonly desk = inject(LeadDesk);
  private readonly field = viewChild<ElementRef<HTMLElement>>('text');
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly notes = new NoteKeeping<Lead>(
    () => this.lead(),
    this.desk.write,
    (lead) => this.desk.adopt(lead),
  );

  constructor() {
    const unwatch = inject(Unsaved).watch({
      dirty: () => this.notes.dirty(),
      remind: () => {
        this.field()?.nativeElement.focus();
        void this.save();
      },
    });
    inject(DestroyRef).onDestroy(() => {
      unwatch();
      clearTimeout(this.timer);
    });
  }

  protected stateWord(): string {
    const state = this.notes.state();
    return state ? stateWords[state] : '';
  }

  protected type(text: string): void {
    this.notes.type(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), 1_000);
  }

  protected save(): Promise<void> {
    clearTimeout(this.timer);
    return this.notes.save();
  }

  protected beforeUnload(event: Event): void {
    if (this.notes.dirty()) event.preventDefault();
  }
}
