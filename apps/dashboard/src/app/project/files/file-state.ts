import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ProjectFile } from '@porchlight/contracts';
import { PrivateMark, SeenMark } from '../../shell/marks';
import { showShortDayOf } from '../../words/dates';

/** Whether a file is private or shared, and since when; private ones are shared from here. */
@Component({
  selector: 'app-file-state',
  imports: [MatButton, PrivateMark, SeenMark],
  template: `
    @let file = this.file();
    @if (file.sharedAt; as since) {
      <app-seen-mark [text]="'Shared since ' + day(since)" />
    } @else {
      <app-private-mark text="Private" />
      @if (!fixed()) {
        <button matButton type="button" [attr.aria-label]="'Share ' + name()" (click)="share.emit()">Share…</button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      align-items: center;
      justify-content: space-between;
      min-height: 40px;
    }
    button {
      margin-inline: -8px;
      padding-inline: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileState {
  readonly file = input.required<ProjectFile>();
  readonly fixed = input(false);
  readonly share = output();
  protected readonly name = computed(() => this.file().title || this.file().name);
  protected readonly day = showShortDayOf;
}
