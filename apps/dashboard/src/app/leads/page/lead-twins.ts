import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { Duplicate, Lead } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded } from '../../api/loaded';
import { DuplicateRows } from '../duplicate-rows';

/** Other leads that look like this one. An extra: where it cannot be told, nothing is said. */
@Component({
  selector: 'app-lead-twins',
  imports: [DuplicateRows],
  template: `<app-duplicate-rows [found]="twins.value() ?? []" word="This may be known already" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadTwins {
  readonly lead = input.required<Lead>();
  private readonly api = inject(Api);
  protected readonly twins = new Loaded<Duplicate[]>(async () => {
    const { items } = await this.api.get<{ items: Duplicate[] }>(`/api/leads/${this.lead().id}/duplicates`);
    return items;
  });
  private readonly asked = computed(() => {
    const { id, siteAddress, client } = this.lead();
    return [id, siteAddress, ...client.contacts.flatMap(({ email, phone }) => [email, phone])].join('\n');
  });

  constructor() {
    effect(() => {
      this.asked();
      untracked(() => void this.twins.load());
    });
  }
}
