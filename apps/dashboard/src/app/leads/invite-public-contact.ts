import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { may } from '@porchlight/contracts/policy';
import type { Me } from '@porchlight/contracts';
import { ContactStep } from '../settings/contact-step';

/** Asked before the first invitation where the company has no public contact: whom does the client call? */
@Component({
  selector: 'app-invite-public-contact',
  imports: [ContactStep, MatButton],
  template: `
    <div>
      <h3>First: how can they reach you?</h3>
      <p class="muted">
        {{ company().name }} has no public contact yet. It stands in the mail and on the client’s page; without it they
        see the company’s name only.
      </p>
    </div>
    @if (mayChange()) {
      <app-contact-step [company]="company()" (done)="done.emit()" />
    } @else {
      <p>An owner of the company can add it under Settings.</p>
      <div class="actions">
        <button matButton="filled" type="button" (click)="done.emit()">Go on without</button>
      </div>
    }
  `,
  host: { class: 'stack' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitePublicContact {
  readonly company = input.required<Me['companies'][number]>();
  readonly done = output();
  protected readonly mayChange = computed(() => may(this.company().role, 'company.change'));
}
