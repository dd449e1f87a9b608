import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { EditDesk } from '../../edit/edit-desk';
import { StaleNotice } from '../../edit/stale-notice';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Sheet } from '../../sheet/sheet';
import { SheetFoot } from '../../sheet/sheet-foot';
import { PrivateMark } from '../../shell/marks';
import { ProjectStore } from '../project-store';
import { type Note, NotesStore } from './notes-store';

@Component({
  selector: 'app-note-sheet',
  imports: [...formParts, FormHead, PrivateMark, Sheet, SheetFoot, StaleNotice],
  template: `
    <app-sheet heading="Edit note" [dirty]="dirty()">
      <form id="note-form" class="stack" (submit)="save($event)" novalidate>
        <app-form-head [saving]="desk.saving" />
        @if (desk.stale(); as stale) {
          <app-stale-notice [stale]="stale" [busy]="desk.saving.busy()" (redo)="save()" (keep)="keepTheirs()" />
        }
        <app-private-mark />
        <app-field label="Note"><textarea appControl [formField]="form.text" rows="10"></textarea></app-field>
      </form>
      @if (!desk.stale()) {
        <app-sheet-foot sheetFoot form="note-form" action="Save" [busy]="desk.saving.busy()" />
      }
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoteSheet {
  private readonly note = inject<Note>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<Note>>(DialogRef);
  private readonly store = inject(NotesStore);
  protected readonly desk = new EditDesk<Note, { text: string }>(
    this.note,
    this.store.write,
    inject(ProjectStore).whoChanged,
  );
  private readonly model = signal({ text: this.note.text });
  protected readonly form = form(this.model, (path) => {
    validate(path.text, ({ value }) => (value().trim() ? null : { kind: 'required', message: 'Write the note first' }));
  });
  protected readonly dirty = computed(() => this.model().text !== this.note.text);

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    const saved = await this.desk.save(this.form, { text: this.model().text.trim() });
    if (saved) this.dialog.close(saved);
  }

  protected keepTheirs(): void {
    void this.store.notes.load();
    this.dialog.close(this.desk.keepTheirs());
  }
}
