import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { PictureUrls } from '../../files/picture-urls';
import { StoredPicture } from '../../files/stored-picture';
import { Icon } from '../../shell/icon';
import { Toasts } from '../../shell/toasts';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { FilesStore } from '../files/files-store';
import { CustomerStore, type Update } from './customer-store';
import { UpdateForm } from './update-form';

/** Short texts for the customer; the newest three stand on their page. */
@Component({
  selector: 'app-updates',
  imports: [Icon, MatIconButton, StoredPicture, Trouble, UpdateForm],
  providers: [PictureUrls],
  template: `
    <section aria-labelledby="updates-heading">
      <h2 id="updates-heading"><app-icon name="eye" /> Updates</h2>
      <app-update-form />
      @if (store.updates.value()) {
        <ul class="list">
          @for (update of newest(); track update.id) {
            <li>
              <div>
                <p class="text">{{ update.text }}</p>
                @if (update.fileId; as fileId) {
                  <app-stored-picture
                    class="photo"
                    [picture]="{ url: files.contentOf(fileId), alt: 'The photo that came with it' }"
                  />
                }
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
  styles: `
    .photo {
      justify-content: start;
      place-items: start;
      max-width: 240px;
      min-height: 80px;
      max-height: 180px;
      margin-block: var(--space-2);
      border-radius: var(--radius);
      overflow: clip;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Updates {
  protected readonly store = inject(CustomerStore);
  protected readonly files = inject(FilesStore);
  private readonly toasts = inject(Toasts);
  protected readonly newest = computed(() =>
    [...(this.store.updates.value() ?? [])].sort((a, b) => b.at.localeCompare(a.at)),
  );
  protected readonly moment = showMoment;

  /** Its photo was shared by its own right, and stays so. */
  protected async remove(update: Update): Promise<void> {
    try {
      await this.store.removeUpdate(update);
      const key = crypto.randomUUID();
      this.toasts.undoable(
        update.fileId ? 'Deleted the update. Its photo stays shared, see Files.' : 'Deleted the update.',
        () => this.store.createUpdate(update.text, key, update.fileId),
      );
    } catch (error) {
      this.toasts.fail(error);
      void this.store.updates.load();
    }
  }
}
