import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  signal,
} from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import { askForLink } from './ask-for-link';
import { copy, handOver } from './hand-over';
import { Share } from './share';

type Panel =
  { state: 'getting' | 'failed' | 'builder' } | { state: 'link'; url: string; way: 'sheet' | 'clipboard' | 'by_hand' };

/** Gives this viewer's own link away, by the phone's share sheet or the clipboard, and always with what it means. */
@Component({
  selector: 'pl-share-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './share-panel.html',
  styleUrl: './share-panel.css',
})
export class SharePanel {
  protected readonly share = inject(Share);
  protected readonly words = inject(LATER_WORDS).share;
  protected readonly panel = signal<Panel>({ state: 'getting' });
  protected readonly headings = {
    sheet: this.words.title,
    clipboard: this.words.copied,
    by_hand: this.words.copyIt,
  } as const;
  private readonly said = computed(() => {
    const panel = this.panel();
    switch (panel.state) {
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
  private closed = false;

  constructor() {
    effect(() => this.share.said.set(this.said()));
    inject(DestroyRef).onDestroy(() => (this.closed = true));
    void this.giveAway();
  }

  private async giveAway(): Promise<void> {
    if (this.share.viewer() === 'builder') return this.panel.set({ state: 'builder' });
    const url = await askForLink(this.share.projectId());
    if (this.closed) return;
    if (!url || !this.window) return this.panel.set({ state: 'failed' });
    const way = await handOver(this.window, url, this.share.projectName());
    if (way === 'nothing') this.share.close();
    else this.panel.set({ state: 'link', url, way });
  }

  protected async copyAgain(url: string, field: HTMLInputElement): Promise<void> {
    field.select();
    const copied = this.window ? await copy(this.window, url) : false;
    this.panel.set({ state: 'link', url, way: copied ? 'clipboard' : 'by_hand' });
  }
}
