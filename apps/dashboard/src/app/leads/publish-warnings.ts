import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Icon } from '../shell/icon';

/** The two things to know before publishing, wherever that is done. */
@Component({
  selector: 'app-publish-warnings',
  imports: [Icon],
  template: `
    <ul aria-label="Before you publish">
      <li><app-icon name="eye" /> All on this form goes to the client.</li>
      <li><app-icon name="lock" /> A published project cannot be deleted.</li>
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--waiting-wash);
    }
    li {
      display: flex;
      gap: var(--space-3);
    }
    app-icon {
      margin-block-start: 2px;
      color: var(--waiting);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PublishWarnings {}
