import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { PublicContact } from '@porchlight/contracts';
import { DOOR_WORDS } from '../door/door-words';

/** How to reach the company, as far as it says. */
@Component({
  selector: 'app-invite-contact',
  template: `
    <div class="card stack">
      <h2>{{ contact().name ?? company() }}</h2>
      @if (contact().phone; as phone) {
        <a [href]="'tel:' + phone">{{ words.call(phone) }}</a>
      }
      @if (contact().email; as email) {
        <a [href]="'mailto:' + email">{{ words.write(email) }}</a>
      }
      @if (!contact().phone && !contact().email) {
        <p class="muted">{{ words.reach }}</p>
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
  protected readonly words = inject(DOOR_WORDS).invite;
  readonly company = input.required<string>();
  readonly contact = input.required<PublicContact>();
}
