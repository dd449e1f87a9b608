import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { onReturn } from '../../api/loaded';
import { SeenMark } from '../../shell/marks';
import { StillAccurate } from '../confirmation/still-accurate';
import { FilesStore } from '../files/files-store';
import { CustomerStore } from './customer-store';
import { Items } from './items';
import { Milestones } from './milestones';
import { SharedPart } from './shared-part';
import { Updates } from './updates';
import { Welcome } from './welcome';

/** Everything the customer reads, in the order they read it. */
@Component({
  selector: 'app-customer',
  imports: [Items, Milestones, SeenMark, SharedPart, StillAccurate, Updates, Welcome],
  providers: [CustomerStore],
  template: `
    <div class="top">
      <app-seen-mark text="Your customer sees everything on this tab" />
      <app-still-accurate />
    </div>
    <app-welcome />
    <app-items />
    <app-milestones />
    <app-updates />
    <app-shared-part />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-8);
      padding-block-start: var(--space-4);
      max-width: 860px;
    }
    .top {
      display: grid;
      gap: var(--space-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Customer {
  constructor() {
    const [store, files] = [inject(CustomerStore), inject(FilesStore)];
    const load = () => {
      store.load();
      void files.files.load();
    };
    load();
    onReturn(load);
  }
}
