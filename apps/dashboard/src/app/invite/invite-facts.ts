import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { InspectedInvitation, Role } from '@porchlight/contracts';
import { showDayOf } from '../words/dates';
import { roleWords } from '../words/words';

/** What joining means, in the words of the one who is asked. */
const meanings: Readonly<Record<Role, string>> = {
  customer: 'You follow your project on a page of your own: how far it is, what comes next, and what is needed of you.',
  subcontractor: 'You see the tasks that are yours, and say how they are going.',
  manager: 'You work on the company’s leads and projects.',
  owner: 'You run the company’s leads, projects and settings.',
};

/** Who asks whom to what, as what and until when. */
@Component({
  selector: 'app-invite-facts',
  template: `
    @let invited = invitation();
    <h1>{{ invited.companyName }} invites you to {{ invited.projectName ?? 'join the company' }}</h1>
    <p>{{ meaning() }}</p>
    <dl>
      <dt>From</dt>
      <dd>{{ invited.invitedBy }}, {{ invited.companyName }}</dd>
      <dt>For</dt>
      <dd>{{ invited.email }}</dd>
      <dt>As</dt>
      <dd>{{ role() }}</dd>
      <dt>Until</dt>
      <dd>{{ until() }}</dd>
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--space-1) var(--space-4);
      margin: 0;
      padding-block: var(--space-3);
      border-block: 1px solid var(--hairline);
    }
    dt {
      color: var(--muted);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteFacts {
  readonly invitation = input.required<InspectedInvitation>();
  protected readonly role = computed(() => roleWords[this.invitation().role]);
  protected readonly meaning = computed(() => meanings[this.invitation().role]);
  protected readonly until = computed(() => showDayOf(this.invitation().expiresAt));
}
