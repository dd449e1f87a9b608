import { booleanAttribute, ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { ChooseFiles } from '../files/choose-files';
import { DropsFiles } from '../files/drops-files';
import { pictureTypes } from './picture-refusals';

/** Takes pictures by button, by drop and by paste. */
@Component({
  selector: 'app-picture-drop',
  imports: [ChooseFiles],
  hostDirectives: [DropsFiles],
  template: `
    <div class="inside"><ng-content /></div>
    <div class="take">
      <div class="actions">
        <app-choose-files
          [word]="word()"
          [accepted]="accepted"
          [several]="several()"
          [busy]="busy()"
          [describedBy]="hintId"
          (chosen)="take($event)"
        />
        <ng-content select="[beside]" />
      </div>
      <p class="muted small" [id]="hintId">{{ hint() }}</p>
    </div>
  `,
  styleUrl: './picture-drop.scss',
  host: { '(document:paste)': 'paste($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PictureDrop {
  /** What the button says: `Add a logo`. */
  readonly word = input.required<string>();
  readonly hint = input.required<string>();
  readonly several = input(false);
  readonly busy = input(false);
  /** Whether what is pasted anywhere on the page is meant for here. */
  readonly takesPaste = input(false, { transform: booleanAttribute });
  readonly taken = output<readonly File[]>();
  protected readonly accepted = pictureTypes;
  protected readonly hintId = `picture-drop-${++count}`;

  constructor() {
    inject(DropsFiles).appDropsFiles.subscribe((files) => this.take(files));
  }

  /** Text pasted into a field stays that. */
  protected paste(event: ClipboardEvent): void {
    const files = event.clipboardData?.files;
    if (!this.takesPaste() || !files?.length) return;
    event.preventDefault();
    this.take([...files]);
  }

  protected take(files: readonly File[]): void {
    const wanted = files.slice(0, this.several() ? undefined : 1);
    if (wanted.length > 0 && !this.busy()) this.taken.emit(wanted);
  }
}

let count = 0;
