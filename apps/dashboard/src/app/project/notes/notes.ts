import { ChangeDetectionStrategy, Component, computed, inject, Injector } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { onReturn } from '../../api/loaded';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { PrivateMark } from '../../shell/marks';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { ProjectStore } from '../project-store';
import { type Note, NotesStore } from './notes-store';

/** Notes for the builder side only. */
@Component({
  selector: 'app-notes',
  imports: [...formParts, FormHead, Icon, MatButton, MatIconButton, PrivateMark, Trouble],
  providers: [NotesStore],
  template: `
    <section class="private" aria-labelledby="notes-heading">
      <h2 id="notes-heading">Private notes</h2>
      <app-private-mark text="Your customer never sees these" />
      <form class="stack" (submit)="add($event)" novalidate>
        <app-form-head [saving]="saving" />
        <app-field label="Write a note">
          <textarea appControl [formField]="form.text" rows="3"></textarea>
        </app-field>
        <div class="actions">
          <button matButton="outlined" type="submit" [disabled]="saving.busy()">Add note</button>
        </div>
      </form>
      @if (store.notes.value()) {
        <ul>
          @for (note of newest(); track note.id) {
            <li>
              <div>
                <p class="text">{{ note.text }}</p>
                <p class="muted small">{{ note.author }}, {{ moment(note.at) }}</p>
              </div>
              <div class="actions">
                <button
                  matIconButton
                  type="button"
                  [attr.aria-label]="'Edit the note of ' + moment(note.at)"
                  (click)="edit(note)"
                >
                  <app-icon name="edit" />
                </button>
                <button
                  matIconButton
                  type="button"
                  [attr.aria-label]="'Delete the note of ' + moment(note.at)"
                  (click)="remove(note)"
                >
                  <app-icon name="trash" />
                </button>
              </div>
            </li>
          } @empty {
            <li class="muted">No notes yet. Write down what the site, the neighbours or the inspector said.</li>
          }
        </ul>
      } @else if (store.notes.error(); as error) {
        <app-trouble [error]="error" (again)="store.notes.load()" />
      } @else {
        <div class="ghost" aria-hidden="true"></div>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      padding-block-start: var(--space-4);
      max-width: 860px;
    }
    section {
      display: grid;
      gap: var(--space-4);
      padding: var(--space-5);
    }
    h2 {
      font-size: var(--text-17);
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: var(--space-4);
      padding-block: var(--space-3);
      border-block-start: 1px solid var(--hairline);
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
      max-width: 70ch;
    }
    .actions {
      flex: none;
      flex-wrap: nowrap;
      align-items: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notes {
  protected readonly store = inject(NotesStore);
  private readonly project = inject(ProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  private readonly model = this.project.drafts.note;
  protected readonly form = form(this.model, (path) => {
    validate(path.text, ({ value }) => (value().trim() ? null : { kind: 'required', message: 'Write the note first' }));
  });
  protected readonly newest = computed(() =>
    [...(this.store.notes.value() ?? [])].sort((a, b) => b.at.localeCompare(a.at)),
  );
  protected readonly moment = showMoment;

  constructor() {
    void this.store.notes.load();
    onReturn(() => void this.store.notes.load());
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.saving.run(this.form, () => this.store.create(this.model().text, this.key)))) return;
    this.form().reset({ text: '' });
    this.key = crypto.randomUUID();
  }

  protected async edit(note: Note): Promise<void> {
    const { NoteSheet } = await import('./note-sheet');
    await this.sheets.open(NoteSheet, note, this.injector);
  }

  protected async remove(note: Note): Promise<void> {
    try {
      await this.store.remove(note);
      const key = crypto.randomUUID();
      this.toasts.undoable('Deleted the note.', () => this.store.create(note.text, key));
    } catch (error) {
      this.toasts.fail(error);
      void this.store.notes.load();
    }
  }
}
