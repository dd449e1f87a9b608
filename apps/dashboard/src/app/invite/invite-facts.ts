import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { InspectedInvitation } from '@porchlight/contracts';
import { VIEWER_LOCALE } from '@porchlight/ui';
import { DOOR_WORDS } from '../door/door-words';
import { sayDayOf } from '../words/dates';

/** Who asks whom to what, as what and until when. */
@Component({
  selector: 'app-invite-facts',
  template: `
    @let invited = invitation();
    <h1>{{ words.title(invited.companyName, invited.projectName) }}</h1>
    <p>{{ meaning() }}</p>
    <dl>
      <dt>{{ words.facts.from }}</dt>
      <dd>{{ invited.invitedBy }}, {{ invited.companyName }}</dd>
      <dt>{{ words.facts.for }}</dt>
      <dd>{{ invited.email }}</dd>
      <dt>{{ words.facts.as }}</dt>
      <dd>{{ role() }}</dd>
      <dt>{{ words.facts.until }}</dt>
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
  protected readonly words = inject(DOOR_WORDS).invite;
  private readonly locale = inject(VIEWER_LOCALE);
  readonly invitation = input.required<InspectedInvitation>();
  protected readonly role = computed(() => this.words.roles[this.invitation().role]);
  protected readonly meaning = computed(() => this.words.meanings[this.invitation().role]);
  protected readonly until = computed(() => sayDayOf(this.invitation().expiresAt, this.locale));
}
