import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import { callAddress, writeAddress, type Company } from './contact-way';

/** Who to turn to: the company's public contact, as far as it gave one. */
@Component({
  selector: 'pl-contact-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section aria-labelledby="contact-title">
      <h2 class="title" id="contact-title">{{ words.title }}</h2>
      <p class="company">{{ company().name }}</p>
      @if (company().contact.name; as name) {
        <p>{{ name }}</p>
      }
      @if (company().contact.phone; as phone) {
        <p class="way">
          <span class="muted">{{ words.phone }}</span> <a [href]="call(phone)">{{ phone }}</a>
        </p>
      }
      @if (company().contact.email; as email) {
        <p class="way">
          <span class="muted">{{ words.email }}</span> <a [href]="write(email)">{{ email }}</a>
        </p>
      }
    </section>
  `,
  styles: `
    .company {
      font-size: var(--text-17);
      font-weight: 650;
    }

    .way {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      column-gap: var(--space-4);
      min-height: var(--touch);
      border-bottom: 1px solid var(--hairline);
    }

    .way:last-child {
      border: 0;
    }

    .way .muted {
      min-width: 4.5em;
    }

    p + .way {
      margin-top: var(--space-2);
    }

    .way + .way {
      margin-top: 0;
    }

    a {
      display: flex;
      align-items: center;
      min-height: var(--touch);
      font-weight: 600;
      overflow-wrap: anywhere;
    }

    @media print {
      .way,
      a {
        min-height: 0;
        border: 0;
      }
    }
  `,
})
export class ContactCard {
  readonly company = input.required<Company>();
  protected readonly words = inject(LATER_WORDS).contact;
  protected readonly call = callAddress;
  protected readonly write = writeAddress;
}
