import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ContactAccess } from '@porchlight/contracts';
import { CopyText } from '../sheet/copy-text';
import { Icon } from '../shell/icon';
import { type InviteRun } from './invite-run';

/** How far the sending has come, and what became of each. */
@Component({
  selector: 'app-invite-results',
  imports: [CopyText, Icon],
  template: `
    @if (run().busy()) {
      <progress [value]="run().answered()" [max]="run().total()" aria-label="Invitations sent"></progress>
    }
    <p class="sum" role="status">{{ sum() }}</p>
    <ul>
      @for (row of rows(); track row.contact.id) {
        <li [class.refused]="row.outcome.refusal">
          <app-icon [name]="row.outcome.refusal ? 'close' : 'check'" />
          <span class="what">
            <strong>{{ row.contact.name }}</strong>
            <span class="muted small">{{ row.contact.email }}</span>
            <span class="small">{{ row.outcome.refusal ?? (row.outcome.acceptUrl ? 'Invited' : 'Sent') }}</span>
          </span>
          @if (row.outcome.acceptUrl; as url) {
            <app-copy-text [text]="url" [label]="'Invitation link of ' + row.contact.name" />
          }
        </li>
      }
    </ul>
    @if (byHand()) {
      <p class="muted small">No mail server is set up: copy each link and hand it over yourself.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    progress {
      width: 100%;
      height: 8px;
      accent-color: var(--accent);
    }
    .sum {
      font-weight: 550;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--space-2) var(--space-3);
      padding-block: var(--space-3);
      border-block-start: 1px solid var(--hairline);
    }
    li > app-icon {
      margin-block-start: 2px;
      color: var(--done);
    }
    .refused > app-icon {
      color: var(--late);
    }
    app-copy-text {
      grid-column: 2;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteResults {
  readonly run = input.required<InviteRun>();
  readonly contacts = input.required<readonly ContactAccess[]>();
  protected readonly rows = computed(() =>
    this.contacts().flatMap((contact) => {
      const outcome = this.run().outcomes().get(contact.id);
      return outcome ? [{ contact, outcome }] : [];
    }),
  );
  protected readonly byHand = computed(() => this.rows().some(({ outcome }) => outcome.acceptUrl));
  protected readonly sum = computed(() => {
    const run = this.run();
    if (run.busy()) return `Sending: ${run.answered()} of ${run.total()}`;
    const [refused, all] = [run.refused().length, run.outcomes().size];
    if (refused === 0) return all === 1 ? 'The invitation is on its way.' : `All ${all} are invited.`;
    return `${all - refused} invited, ${refused} not.`;
  });
}
