import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Company } from '@porchlight/contracts';
import { ContactStep } from '../settings/contact-step';

/** Asked right after registering: how customers reach the company. */
@Component({
  selector: 'app-first-contact',
  imports: [ContactStep],
  template: `
    <h1>How can your customers reach you?</h1>
    <p class="muted">
      This stands on every homeowner’s page. Leave out what you do not want to show; you can change it in Settings.
    </p>
    <app-contact-step [company]="company()" (done)="done.emit()" />
  `,
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FirstContact {
  readonly company = input.required<Company>();
  readonly done = output();
}
