import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PublicContact } from '@porchlight/contracts';

/** How to reach the company, as far as it says. */
@Component({
  selector: 'app-invite-contact',
  template: `
    <div class="card stack">
      <h2>{{ contact().name ?? company() }}</h2>
      @if (contact().phone; as phone) {
        <a [href]="'tel:' + phone">Call {{ phone }}</a>
      }
      @if (contact().email; as email) {
        <a [href]="'mailto:' + email">Write to {{ email }}</a>
      }
      @if (!contact().phone && !contact().email) {
        <p class="muted">Answer the message that brought you here, or call them as usual.</p>
      }
    </div>
  `,
  styles: `
    .stack {
      gap: var(--space-2);
    }
    h2 {
      font-size: var(--text-17);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteContact {
  readonly company = input.required<string>();
  readonly contact = input.required<PublicContact>();
}
