import { ChangeDetectionStrategy, Component, ElementRef, inject, input, signal } from '@angular/core';
import { Later } from '../later/later';
import { RestOfPage } from '../later/rest-of-page';
import type { Viewer } from '../visit';
import { WORDS } from '../words/words';

/** Share: the button, and the place for what it opens. */
@Component({
  selector: 'pl-share',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Later],
  host: { '(keydown.escape)': 'close()', '(focusout)': 'left($event)' },
  templateUrl: './share.html',
})
export class Share {
  readonly projectId = input.required<string>();
  readonly projectName = input.required<string>();
  readonly viewer = input.required<Viewer>();

  protected readonly label = inject(WORDS).share;
  protected readonly rest = inject(RestOfPage);
  protected readonly open = signal(false);
  /** What those hear who do not see the panel. */
  readonly said = signal('');
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  /** The keyboard went on to something else, which the panel must not stand before. */
  protected left({ relatedTarget }: FocusEvent): void {
    const elsewhere = relatedTarget instanceof Node && !this.element.nativeElement.contains(relatedTarget);
    if (elsewhere) this.open.set(false);
  }

  /** Closes the panel and puts the keyboard back where it came from. */
  close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.element.nativeElement.querySelector('button')?.focus();
  }
}
