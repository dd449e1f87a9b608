import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Link } from '@porchlight/contracts';
import { CopyText } from '../../sheet/copy-text';
import { Icon } from '../../shell/icon';

/** A link to hand over: to copy, and where the device has a share sheet, to send by it. */
@Component({
  selector: 'app-hand-over-link',
  imports: [CopyText, Icon, MatButton],
  template: `
    <app-copy-text [text]="link().url" [label]="'Link for ' + link().label" />
    @if (canSend) {
      <button matButton="outlined" type="button" [attr.aria-label]="'Send link for ' + link().label" (click)="send()">
        <app-icon name="share" /> Send
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    app-copy-text {
      flex: 1 1 220px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOverLink {
  readonly link = input.required<Link>();
  private readonly navigator = inject(DOCUMENT).defaultView?.navigator;
  protected readonly canSend = typeof this.navigator?.share === 'function';

  /** Who thinks again has sent nothing, and that is all: the link stays there to be copied. */
  protected async send(): Promise<void> {
    await this.navigator?.share({ url: this.link().url }).catch(() => undefined);
  }
}
