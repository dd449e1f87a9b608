import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ContactAccess } from '@porchlight/contracts';
import { contactTones, stateWords } from './contact-states';

/** How far a contact has come into the portal, in a word. */
@Component({
  selector: 'app-contact-chip',
  template: `<span class="chip" [attr.data-tone]="tone()">{{ words() }}</span>`,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactChip {
  readonly contact = input.required<Pick<ContactAccess, 'state' | 'sentAt'>>();
  protected readonly tone = computed(() => contactTones[this.contact().state]);
  protected readonly words = computed(() => stateWords(this.contact()));
}
