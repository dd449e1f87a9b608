import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import type { Viewer } from '../visit';
import { WORDS } from '../words/words';
import { askForLink } from './ask-for-link';
import { copy, handOver } from './hand-over';

type Panel =
  | { state: 'closed' | 'getting' | 'failed' | 'builder' }
  | { state: 'link'; url: string; way: 'sheet' | 'clipboard' | 'by_hand' };

/** Share: gives this viewer's own link away, by the phone's share sheet or the clipboard, and always with what it means. */
@Component({
  selector: 'pl-share',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'close()' },
  templateUrl: './share.html',
  styleUrl: './share.css',
})
export class Share {
  readonly projectId = input.required<string>();
  readonly projectName = input.required<string>();
  readonly viewer = input.required<Viewer>();

  protected readonly words = inject(WORDS).share;
  protected readonly panel = signal<Panel>({ state: 'closed' });
  protected readonly headings = {
    sheet: this.words.title,
    clipboard: this.words.copied,
    by_hand: this.words.copyIt,
  } as const;
  /** What those hear who do not see the panel. */
  protected readonly said = computed(() => {
    const panel = this.panel();
    switch (panel.state) {
      case 'closed':
        return '';
      case 'getting':
        return this.words.getting;
      case 'failed':
        return this.words.failed;
      case 'builder':
        return this.words.builderTitle;
      case 'link':
        return this.headings[panel.way];
    }
  });
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);

  protected async share(): Promise<void> {
    if (this.panel().state !== 'closed') return this.panel.set({ state: 'closed' });
    if (this.viewer() === 'builder') return this.panel.set({ state: 'builder' });
    this.panel.set({ state: 'getting' });
    const url = await askForLink(this.projectId());
    if (this.panel().state !== 'getting') return;
    if (!url || !this.window) return this.panel.set({ state: 'failed' });
    const way = await handOver(this.window, url, this.projectName());
    this.panel.set(way === 'nothing' ? { state: 'closed' } : { state: 'link', url, way });
  }

  protected async copyAgain(url: string, field: HTMLInputElement): Promise<void> {
    field.select();
    const copied = this.window ? await copy(this.window, url) : false;
    this.panel.set({ state: 'link', url, way: copied ? 'clipboard' : 'by_hand' });
  }

  /** Closes the panel and puts the keyboard back where it came from. */
  protected close(): void {
    if (this.panel().state === 'closed') return;
    this.panel.set({ state: 'closed' });
    this.element.nativeElement.querySelector('button')?.focus();
  }
}
