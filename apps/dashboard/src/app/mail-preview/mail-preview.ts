import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { PreviewedMail, PreviewMail } from '@porchlight/contracts';
import { Api } from '../api/api';
import { Loaded } from '../api/loaded';
import { Trouble } from '../shell/trouble';

/** Long enough for a word to be finished. */
const pause = 500;

/** The invitation mail as it would arrive, made by the service that sends it; renewed while what it says is being typed. */
@Component({
  selector: 'app-mail-preview',
  imports: [Trouble],
  template: `
    @if (preview.error(); as error) {
      <app-trouble [error]="error" (again)="preview.load()" />
    }
    @if (preview.value(); as shown) {
      <dl class="small">
        <dt class="muted">From</dt>
        <dd>{{ shown.from }}</dd>
        <dt class="muted">Subject</dt>
        <dd>{{ shown.subject }}</dd>
      </dl>
      <iframe sandbox="" title="The mail as it arrives" [srcdoc]="page()" [style.color-scheme]="look()"></iframe>
    } @else if (!preview.error()) {
      <div class="ghost" aria-hidden="true"></div>
      <p class="visually-hidden" role="status">Loading the preview</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 2px var(--space-3);
      overflow-wrap: anywhere;
    }
    iframe {
      width: 100%;
      height: var(--mail-height, 520px);
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
      background: #fff;
      /* the mail says itself what it looks like in the dark */
      color-scheme: normal;
    }
    .ghost {
      height: var(--mail-height, 520px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailPreview {
  /** What differs from the company's own. */
  readonly mail = input.required<PreviewMail>();
  /** The version of what else it shows: the logo, once another one is stored. */
  readonly stored = input<number>();
  /** How its reader likes it; without it as the reader of this page does. */
  readonly look = input<'light' | 'dark'>();
  private readonly api = inject(Api);
  private readonly sanitizer = inject(DomSanitizer);
  private readonly asked = signal<PreviewMail | null>(null);
  private seen = '';
  protected readonly preview = new Loaded<PreviewedMail>(() =>
    this.api.post<PreviewedMail>('/api/notifications/mail-preview', this.asked()),
  );
  /** Whole, with its styles: the frame runs nothing, sends nothing and is of no origin. */
  protected readonly page = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(asLikedBy(this.look(), this.preview.value()?.html ?? '')),
  );

  constructor() {
    effect((onCleanup) => {
      const mail = this.mail();
      const key = JSON.stringify([mail, this.stored()]);
      const timer = setTimeout(() => this.show(mail, key), untracked(this.preview.value) ? pause : 0);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private show(mail: PreviewMail, key: string): void {
    if (key === this.seen) return;
    this.seen = key;
    this.asked.set(mail);
    void this.preview.load();
  }
}

/** A frame has no likings of its own: what the mail says for dark readers is said to all, or to nobody. */
const asLikedBy = (look: 'light' | 'dark' | undefined, html: string): string =>
  look ? html.replaceAll('(prefers-color-scheme: dark)', look === 'dark' ? 'all' : 'not all') : html;
