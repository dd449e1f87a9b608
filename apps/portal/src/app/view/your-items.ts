import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { VIEWER_LOCALE, weekdayInWords } from '@porchlight/ui';
import { LATER_WORDS } from '../words/later-words';
import { ContactButton } from './contact-button';
import type { Company } from './contact-way';
import { dueState, sortedItems, type Item } from './item-order';
import { Touched } from './touched';

/** Your Items: what the builder needs from the customer, what is with the builder, and what is done. */
@Component({
  selector: 'pl-your-items',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ContactButton, Touched],
  templateUrl: './your-items.html',
  styleUrl: './your-items.css',
})
export class YourItems {
  readonly items = input.required<readonly Item[]>();
  readonly company = input.required<Company>();
  readonly projectName = input.required<string>();
  readonly today = input.required<string>();

  private readonly allWords = inject(LATER_WORDS);
  private readonly locale = inject(VIEWER_LOCALE);
  protected readonly words = this.allWords.items;
  protected readonly sorted = computed(() => sortedItems(this.items()));
  protected readonly open = computed(() => [...this.sorted().waiting, ...this.sorted().with_builder]);

  protected readonly subject = (item: Item): string => this.allWords.contact.about(this.projectName(), item.title);

  protected readonly dueState = (item: Item) => dueState(item, this.today());

  protected readonly due = (item: Item): string => {
    const day = () => weekdayInWords(item.dueDate ?? '', this.today(), this.locale);
    switch (dueState(item, this.today())) {
      case 'none':
        return '';
      case 'today':
        return this.words.today;
      case 'late':
        return this.words.late(day());
      case 'later':
        return this.words.by(day());
    }
  };
}
