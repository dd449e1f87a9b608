import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { onReturn } from '../../api/loaded';
import { SeenMark } from '../../shell/marks';
import { CustomerStore } from './customer-store';
import { Items } from './items';
import { Milestones } from './milestones';
import { Updates } from './updates';
import { Welcome } from './welcome';

/** Everything the customer reads, in the order they read it. */
@Component({
  selector: 'app-customer',
  imports: [Items, Milestones, SeenMark, Updates, Welcome],
  providers: [CustomerStore],
  template: `
    <app-seen-mark text="Your customer sees everything on this tab" />
    <app-welcome />
    <app-items />
    <app-milestones />
    <app-updates />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-8);
      padding-block-start: var(--space-4);
      max-width: 860px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Customer {
  constructor() {
    const store = inject(CustomerStore);
    store.load();
    onReturn(() => store.load());
  }
}
