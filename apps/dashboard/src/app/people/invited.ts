import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Invitation } from '@porchlight/contracts';
import { roleWords } from '../words/words';

/** Who was invited, and as what. */
@Component({
  selector: 'app-invited',
  template: `
    <strong>{{ invitation().name ?? invitation().email }}</strong>
    <span class="muted small">
      @if (invitation().name) {
        {{ invitation().email }} ·
      }
      {{ roles[invitation().role] }}
    </span>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Invited {
  readonly invitation = input.required<Invitation>();
  protected readonly roles = roleWords;
}
