import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { NewLink } from '../new-link/new-link';
import { ContactCard } from '../view/contact-card';
import type { Company } from '../view/contact-way';
import type { DeadReason } from '../visit';
import { LATER_WORDS } from '../words/later-words';

/** A link that works no longer (or never did): no project data, but a way to a new one, and whom to ask. */
@Component({
  selector: 'pl-dead-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ContactCard, NewLink],
  template: `
    <main>
      <h1>{{ words().title }}</h1>
      <p class="measure">{{ words().text }}</p>
      <pl-new-link />
      @if (company(); as known) {
        <pl-contact-card [company]="known" />
      }
    </main>
  `,
  styleUrl: './plain-page.css',
  styles: `
    pl-new-link,
    pl-contact-card {
      display: block;
      margin-top: var(--space-10);
    }
  `,
})
export class DeadLink {
  readonly reason = input.required<DeadReason>();
  readonly company = input<Company>();

  private readonly allWords = inject(LATER_WORDS).pages.deadLink;
  /** A reason this app does not know yet reads like an unknown link. */
  protected readonly words = computed(() => this.allWords[this.reason()] ?? this.allWords.unknown);
}
