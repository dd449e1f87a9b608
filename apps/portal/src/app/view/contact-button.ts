import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { LATER_WORDS } from '../words/later-words';
import { bestWay, callAddress, writeAddress, type Company } from './contact-way';

/** One button: "Call Alder & Sons" on a phone, "Write to Alder & Sons" at a desk. Nothing without a contact. */
@Component({
  selector: 'pl-contact-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (way()) {
      @case ('call') {
        <a class="button" [href]="call()">
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 3h3l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />
          </svg>
          {{ words.call(company().name) }}
        </a>
      }
      @case ('write') {
        <a class="button" [href]="write()">
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <rect x="3" y="5" width="18" height="14" rx="2" />
            <path d="m4 7 8 6 8-6" />
          </svg>
          {{ words.write(company().name) }}
        </a>
      }
    }
  `,
})
export class ContactButton {
  readonly company = input.required<Company>();
  readonly subject = input<string>();

  protected readonly words = inject(LATER_WORDS).contact;
  private readonly onPhone = inject(DOCUMENT).defaultView?.matchMedia?.('(pointer: coarse)').matches ?? false;

  protected readonly way = computed(() => bestWay(this.company().contact, this.onPhone));
  protected readonly call = computed(() => callAddress(this.company().contact.phone ?? ''));
  protected readonly write = computed(() => writeAddress(this.company().contact.email ?? '', this.subject()));
}
