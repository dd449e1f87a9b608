import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import type { CaptureForm } from '@porchlight/contracts';

/** The public page itself, as it was saved last. Nothing can be sent from here. */
@Component({
  selector: 'app-form-preview',
  template: `
    <!-- Another version is another frame: the one before would still show what was. -->
    @for (version of [form().version]; track form().companyId + version) {
      <iframe title="Preview of your form" sandbox="" [src]="address()"></iframe>
    }
  `,
  styles: `
    :host {
      display: grid;
      overflow: clip;
      border: 1px solid var(--outline);
      border-radius: 16px;
      background: var(--surface);
    }
    iframe {
      width: 100%;
      height: min(720px, calc(100dvh - 140px));
      border: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormPreview {
  readonly form = input.required<CaptureForm>();
  private readonly sanitizer = inject(DomSanitizer);
  /** On this origin, whatever the public one is; the slug is one word of letters, digits and hyphens. */
  protected readonly address = computed(() =>
    this.sanitizer.bypassSecurityTrustResourceUrl(`/request/${encodeURIComponent(this.form().slug)}?embed`),
  );
}
