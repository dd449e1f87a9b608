import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { form, maxLength, validate } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { FormHead } from '../../form/form-head';
import { formParts } from '../../form/field';
import { Saving } from '../../form/saving';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { ProjectStore } from '../project-store';
import { CustomerStore, type Update } from './customer-store';

/** Short texts for the customer; the newest three stand on their page. */
@Component({
  selector: 'app-updates',
  imports: [...formParts, FormHead, Icon, MatButton, MatIconButton, Trouble],
  template: `
    <section aria-labelledby="updates-heading">
      <h2 id="updates-heading"><app-icon name="eye" /> Updates</h2>
      <form class="stack" (submit)="post($event)" novalidate>
        <app-form-head [saving]="saving" />
        <app-field label="Write an update" hint="Two or three sentences: what happened, what comes next.">
          <textarea appControl [formField]="form.text" rows="3"></textarea>
        </app-field>
        <div class="actions">
          <button matButton="outlined" type="submit" [disabled]="saving.busy()">Post update</button>
        </div>
      </form>
      @if (store.updates.value()) {
        <ul class="list">
          @for (update of newest(); track update.id) {
            <li>
              <div>
                <p class="text">{{ update.text }}</p>
                <p class="muted small">{{ update.author }}, {{ moment(update.at) }}</p>
              </div>
              <button
                matIconButton
                class="corner"
                type="button"
                [attr.aria-label]="'Delete the update of ' + moment(update.at)"
                (click)="remove(update)"
              >
                <app-icon name="trash" />
              </button>
            </li>
          } @empty {
            <li class="muted">Nothing posted yet.</li>
          }
        </ul>
      } @else if (store.updates.error(); as error) {
        <app-trouble [error]="error" (again)="store.updates.load()" />
      }
    </section>
  `,
  styleUrl: './customer-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Updates {
  protected readonly store = inject(CustomerStore);
  private readonly toasts = inject(Toasts);
  private key = crypto.randomUUID();
  protected readonly saving = new Saving();
  private readonly model = inject(ProjectStore).drafts.update;
  protected readonly form = form(this.model, (path) => {
    validate(path.text, ({ value }) =>
      value().trim() ? null : { kind: 'required', message: 'Write something for your customer' },
    );
    maxLength(path.text, 2000, { message: 'Use at most 2,000 characters' });
  });
  protected readonly newest = computed(() =>
    [...(this.store.updates.value() ?? [])].sort((a, b) => b.at.localeCompare(a.at)),
  );
  protected readonly moment = showMoment;

  protected async post(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.saving.run(this.form, () => this.store.createUpdate(this.model().text, this.key)))) return;
    this.form().reset({ text: '' });
    this.key = crypto.randomUUID();
  }

  protected async remove(update: Update): Promise<void> {
    try {
      await this.store.removeUpdate(update);
      const key = crypto.randomUUID();
      this.toasts.undoable('Deleted the update.', () => this.store.createUpdate(update.text, key));
    } catch (error) {
      this.toasts.fail(error);
      void this.store.updates.load();
    }
  }
}
