import { booleanAttribute, ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Duplicate } from '@porchlight/contracts';
import { Icon } from '../shell/icon';
import { leadStageWords } from '../words/words';

const becauseWords: Readonly<Record<Duplicate['because'][number], string>> = {
  email: 'e-mail',
  phone: 'phone',
  address: 'address',
};

/** Leads that are likely the same, each with why, and the way there. */
@Component({
  selector: 'app-duplicate-rows',
  imports: [Icon, RouterLink],
  template: `
    <div role="status">
      @if (found().length > 0) {
        <div class="twins">
          <p><app-icon name="copy" /> {{ word() }}:</p>
          <ul>
            @for (row of rows(); track row.id) {
              <li>
                <a [routerLink]="['/leads', row.id]" [attr.target]="elsewhere() ? '_blank' : null">{{ row.name }}</a>
                <span class="small"> · {{ row.type }}, {{ row.stage }} · same {{ row.because }}</span>
              </li>
            }
          </ul>
          @if (found().length > rows().length) {
            <p class="small">and {{ found().length - rows().length }} more</p>
          }
        </div>
      }
    </div>
  `,
  styles: `
    :host:not(:has(.twins)) {
      position: absolute;
    }
    .twins {
      display: grid;
      gap: 4px;
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--waiting-wash);
    }
    li {
      overflow-wrap: anywhere;
    }
    a {
      color: inherit;
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DuplicateRows {
  readonly found = input.required<readonly Duplicate[]>();
  readonly word = input.required<string>();
  /** Where following the way there would leave a form behind. */
  readonly elsewhere = input(false, { transform: booleanAttribute });
  protected readonly rows = computed(() =>
    this.found()
      .slice(0, 4)
      .map(({ leadId, clientName, projectType, stage, because }) => ({
        id: leadId,
        name: clientName,
        type: projectType,
        stage: leadStageWords[stage],
        because: because.map((what) => becauseWords[what]).join(' and '),
      })),
  );
}
