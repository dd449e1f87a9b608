import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shell/icon';
import { Trouble } from '../../shell/trouble';
import { FilesStore } from '../files/files-store';
import { howMany } from '../files/shared-words';

/** How much of the files the customer sees, and the way to them. */
@Component({
  selector: 'app-shared-part',
  imports: [Icon, RouterLink, Trouble],
  template: `
    <section aria-labelledby="shared-heading">
      <h2 id="shared-heading"><app-icon name="eye" /> Photos and documents</h2>
      @if (store.files.value()) {
        <p>
          {{ sentence() }}
          <a routerLink="../files">{{ store.shared().length > 0 ? 'See them in Files' : 'Choose from Files' }}</a>
        </p>
      } @else if (store.files.error(); as error) {
        <app-trouble [error]="error" (again)="store.files.load()" />
      } @else {
        <div class="ghost" aria-hidden="true"></div>
      }
    </section>
  `,
  styleUrl: './customer-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharedPart {
  protected readonly store = inject(FilesStore);
  protected readonly sentence = computed(() => {
    const shared = this.store.shared();
    if (shared.length === 0) return 'Nothing is shared yet.';
    return `${howMany(shared)} ${shared.length === 1 ? 'is' : 'are'} shared.`;
  });
}
