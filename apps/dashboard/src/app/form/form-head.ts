import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Saving } from './saving';

/** Where a form says what is not about one field; what stands inside is said after it. */
@Component({
  selector: 'app-form-head',
  template: `
    <div role="alert">
      @if (saving().message(); as message) {
        <p class="trouble">
          {{ message }}
          @if (saving().unreachable()) {
            {{ saving().words.kept }}
          }
          <ng-content />
        </p>
      }
    </div>
  `,
  styles: `
    /* says nothing yet: there to be listened to, but takes no room in the form */
    :host(:not(:has(.trouble))) {
      position: absolute;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormHead {
  readonly saving = input.required<Saving>();
}
