import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Icon } from '../shell/icon';
import { stayNear } from './stay-near';
import { type Upload, type Uploads } from './uploads';

/** Each file on its way: how far it has come, that it is there, or why not, and once more where that may help. */
@Component({
  selector: 'app-upload-rows',
  imports: [Icon, MatButton, MatIconButton],
  template: `
    @if (shown().length > 0) {
      <ul aria-label="Files being added">
        @for (row of shown(); track row.key) {
          <li [class.trouble]="row.why !== null">
            @switch (row.state) {
              @case ('waiting') {
                <span class="name">{{ row.file.name }}</span> <span class="muted small">waits for its turn</span>
              }
              @case ('sending') {
                <span class="name">{{ row.file.name }}</span>
                <progress max="100" [value]="percent(row.share)" [attr.aria-label]="'Sending ' + row.file.name">
                  {{ percent(row.share) }} %
                </progress>
                <span class="muted small">{{
                  row.share < 1 ? percent(row.share) + ' %' : 'Having a look at it…'
                }}</span>
              }
              @case ('there') {
                <span class="name">{{ row.file.name }}</span>
                <span class="there small"><app-icon name="check" /> Added</span>
              }
              @default {
                <p role="alert">{{ row.why }}</p>
                @if (row.state === 'failed') {
                  <button
                    matButton="outlined"
                    type="button"
                    [attr.aria-label]="'Try again: ' + row.file.name"
                    (click)="uploads().again(row)"
                  >
                    Try again
                  </button>
                }
                <button
                  matIconButton
                  type="button"
                  [attr.aria-label]="'Dismiss ' + row.file.name"
                  (click)="dismiss(row)"
                >
                  <app-icon name="close" />
                </button>
              }
            }
          </li>
        }
      </ul>
    }
    <p class="visually-hidden" role="status">{{ result() }}</p>
  `,
  styleUrl: './upload-rows.scss',
  host: { '[class.silent]': 'shown().length === 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UploadRows {
  readonly uploads = input.required<Uploads>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly stayNear = stayNear();
  /** What is there already stands among the others once nothing is under way any more. */
  protected readonly shown = computed(() => {
    const uploads = this.uploads();
    return uploads.all().filter(({ state }) => uploads.busy() || state !== 'there');
  });
  /** Said once all have been tried. */
  protected readonly result = computed(() => {
    const [all, busy] = [this.uploads().all(), this.uploads().busy()];
    const there = all.filter(({ state }) => state === 'there').length;
    if (busy || there === 0) return '';
    if (there < all.length) return `${there} of ${all.length} files added.`;
    return there === 1 ? 'The file is added.' : `All ${there} files are added.`;
  });

  /** The keyboard goes on at the next, or where files are added. */
  protected dismiss(row: Upload): void {
    this.uploads().dismiss(row);
    const adding = () => this.host.parentElement?.querySelector<HTMLElement>('app-choose-files button');
    this.stayNear(() => this.host.querySelector('button') ?? adding());
  }

  protected percent(share: number): number {
    return Math.round(share * 100);
  }
}
