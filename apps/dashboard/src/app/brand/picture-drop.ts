import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../shell/icon';
import { pictureTypes } from './picture-refusals';

/** Takes pictures by button, by drop and by paste; says how far sending has come. */
@Component({
  selector: 'app-picture-drop',
  imports: [Icon, MatButton],
  template: `
    <div class="inside"><ng-content /></div>
    @if (progress() === null) {
      <div class="take">
        <div class="actions">
          <button matButton="outlined" type="button" [attr.aria-describedby]="hintId" (click)="choose()">
            <app-icon name="add" /> {{ word() }}
          </button>
          <ng-content select="[beside]" />
        </div>
        <p class="muted small" [id]="hintId">{{ hint() }}</p>
      </div>
    } @else {
      <div class="take">
        <progress max="100" [value]="share()" [attr.aria-label]="'Sending ' + sending()">{{ share() }} %</progress>
        <p class="muted small">{{ share() < 100 ? 'Sending ' + sending() + '…' : 'Having a look at it…' }}</p>
      </div>
    }
    <input
      #files
      type="file"
      hidden
      [accept]="accepted"
      [multiple]="several()"
      (change)="take(files.files); files.value = ''"
    />
  `,
  styleUrl: './picture-drop.scss',
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
    '(document:paste)': 'paste($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PictureDrop {
  /** What the button says: `Add a logo`. */
  readonly word = input.required<string>();
  readonly hint = input.required<string>();
  readonly several = input(false);
  /** 0 to 1 while something is sent, else null. */
  readonly progress = input<number | null>(null);
  /** What is being sent. */
  readonly sending = input('');
  /** Whether what is pasted anywhere on the page is meant for here. */
  readonly takesPaste = input(false, { transform: booleanAttribute });
  readonly taken = output<readonly File[]>();
  protected readonly over = signal(false);
  protected readonly accepted = pictureTypes.join(',');
  protected readonly hintId = `picture-drop-${++count}`;
  private readonly files = viewChild.required<ElementRef<HTMLInputElement>>('files');

  protected share(): number {
    return Math.round((this.progress() ?? 0) * 100);
  }

  protected choose(): void {
    this.files().nativeElement.click();
  }

  protected drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    this.over.set(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.take(event.dataTransfer.files);
  }

  /** Text pasted into a field stays that. */
  protected paste(event: ClipboardEvent): void {
    const files = event.clipboardData?.files;
    if (!this.takesPaste() || !files?.length) return;
    event.preventDefault();
    this.take(files);
  }

  protected take(list: FileList | null): void {
    const files = [...(list ?? [])].slice(0, this.several() ? undefined : 1);
    if (files.length > 0 && this.progress() === null) this.taken.emit(files);
  }
}

let count = 0;
