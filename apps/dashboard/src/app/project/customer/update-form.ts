import { ChangeDetectionStrategy, Component, inject, Injector } from '@angular/core';
import { form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ProjectFile } from '@porchlight/contracts';
import { type Refusal } from '../../api/refusal';
import { StoredPicture } from '../../files/stored-picture';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Sheets } from '../../sheet/sheets';
import { Icon } from '../../shell/icon';
import { SeenMark } from '../../shell/marks';
import { Toasts } from '../../shell/toasts';
import { FilesStore } from '../files/files-store';
import { ProjectStore } from '../project-store';
import { CustomerStore } from './customer-store';

/** Writes an update, with a photo if there is one to show. */
@Component({
  selector: 'app-update-form',
  imports: [...formParts, FormHead, Icon, MatButton, SeenMark, StoredPicture],
  template: `
    <form class="stack" (submit)="post($event)" novalidate>
      <app-form-head [saving]="saving" />
      <app-field label="Write an update" hint="Two or three sentences: what happened, what comes next.">
        <textarea appControl [formField]="form.text" rows="3"></textarea>
      </app-field>
      @if (photo(); as chosen) {
        <div class="photo">
          <app-stored-picture class="filling" [picture]="pictureOf(chosen)" />
          <div>
            <app-seen-mark
              [text]="
                chosen.sharedAt ? 'Shared already: anyone with a link sees it' : 'Posting shares this photo as well'
              "
            />
            @if (!chosen.sharedAt) {
              <p class="muted small">Anyone with a link sees it then, here and under Photos.</p>
            }
            <button matButton type="button" (click)="photo.set(null)">Leave the photo out</button>
          </div>
        </div>
      }
      <div class="actions">
        <button matButton="outlined" type="submit" [disabled]="saving.busy()">Post update</button>
        @if (!photo()) {
          <button matButton type="button" (click)="choosePhoto()"><app-icon name="picture" /> Add a photo</button>
        }
      </div>
    </form>
  `,
  styles: `
    textarea.control {
      width: 100%;
    }
    .photo {
      display: grid;
      grid-template-columns: 96px minmax(0, 1fr);
      gap: var(--space-2) var(--space-4);
      align-items: center;
    }
    app-stored-picture {
      width: 96px;
      height: 96px;
      border-radius: var(--radius);
      background: var(--sunken);
      overflow: clip;
    }
    .photo button {
      margin-inline-start: -12px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UpdateForm {
  private readonly store = inject(CustomerStore);
  private readonly files = inject(FilesStore);
  private readonly sheets = inject(Sheets);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(ProjectStore).drafts;
  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  protected readonly photo = this.drafts.photo;
  protected readonly form = form(this.drafts.update, (path) => {
    validate(path.text, ({ value }) =>
      value().trim() ? null : { kind: 'required', message: 'Write something for your customer' },
    );
    maxLength(path.text, 2000, { message: 'Use at most 2,000 characters' });
  });

  protected pictureOf({ id, title, name }: ProjectFile) {
    return { url: this.files.contentOf(id), alt: title || name };
  }

  protected async choosePhoto(): Promise<void> {
    const { PhotoChoice } = await import('../files/photo-choice');
    const chosen = await this.sheets.open<ProjectFile>(PhotoChoice, null, this.injector);
    if (chosen) this.photo.set(chosen);
  }

  protected async post(event: Event): Promise<void> {
    event.preventDefault();
    const [{ text }, photo] = [this.drafts.update(), this.photo()];
    const post = () => this.store.createUpdate(text, this.key, photo?.id ?? null);
    if (!(await this.saving.run(this.form, post, { refused: (refusal) => this.hasNoPhoto(refusal) }))) return;
    this.form().reset({ text: '' });
    this.photo.set(null);
    this.key = crypto.randomUUID();
  }

  /** It was deleted meanwhile: the text stays, for another photo or none. */
  private hasNoPhoto({ faults }: Refusal): boolean {
    if (!faults.some(({ path }) => path === 'fileId')) return false;
    this.photo.set(null);
    this.key = crypto.randomUUID();
    void this.files.files.load();
    this.toasts.say('That photo was deleted meanwhile. Choose another, or post without one.');
    return true;
  }
}
