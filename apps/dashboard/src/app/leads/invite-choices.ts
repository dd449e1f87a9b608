import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import type { Client, ContactAccess } from '@porchlight/contracts';
import { ContactChip } from '../clients/contact-chip';
import { mayBeInvited, stateReason } from '../clients/contact-states';
import { InviteEmail } from './invite-email';

/** The client's contacts to tick; who cannot be invited is there too, with what is missing. */
@Component({
  selector: 'app-invite-choices',
  imports: [ContactChip, InviteEmail],
  template: `
    <fieldset>
      <legend>Who is invited?</legend>
      <ul>
        @for (contact of contacts(); track contact.id) {
          <li>
            @if (mayBe(contact)) {
              <label class="check">
                <input type="checkbox" [checked]="ticked().includes(contact.id)" (change)="toggle(contact.id)" />
                <span class="what">
                  <strong>{{ contact.name }}</strong>
                  <span class="muted small">{{ contact.email }}</span>
                </span>
              </label>
            } @else {
              <span class="what apart">
                <strong>{{ contact.name }}</strong>
                <span class="muted small">{{ contact.email ?? 'An invitation needs an e-mail address.' }}</span>
              </span>
            }
            <app-contact-chip [contact]="contact" />
            @if (reason(contact); as text) {
              <p class="muted small apart wide">{{ text }}</p>
            }
            @if (contact.state === 'no_email' || contact.state === 'undeliverable') {
              <app-invite-email
                class="apart wide"
                [client]="client()"
                [contact]="contact"
                [action]="contact.email ? 'Change e-mail' : 'Add e-mail'"
                (saved)="changed.emit($event)"
              />
            }
          </li>
        }
      </ul>
    </fieldset>
  `,
  styles: `
    legend {
      font-weight: 550;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-3);
      align-items: center;
      border-block-start: 1px solid var(--hairline);
      padding-block: var(--space-2);
    }
    .check {
      align-items: center;
      min-height: var(--touch);
    }
    .check input {
      flex: none;
    }
    .apart {
      margin-inline-start: 32px;
    }
    .what.apart {
      align-content: center;
      min-height: var(--touch);
    }
    app-invite-email.apart {
      margin-inline-start: 20px;
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteChoices {
  readonly client = input.required<Pick<Client, 'id' | 'version'>>();
  readonly contacts = input.required<readonly ContactAccess[]>();
  readonly ticked = model.required<readonly string[]>();
  readonly changed = output<Client>();
  protected readonly mayBe = mayBeInvited;
  protected readonly reason = stateReason;

  protected toggle(id: string): void {
    this.ticked.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }
}
