import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ContactAccess } from '@porchlight/contracts';
import { ContactChip } from '../clients/contact-chip';
import { stateReason } from '../clients/contact-states';
import { Confirm } from '../sheet/confirm';
import { CopyText } from '../sheet/copy-text';
import { Outcome, OutcomeNote } from '../sheet/outcome';
import { Trouble } from '../shell/trouble';
import { ClientProjectStore } from './client-project-store';

/** The client's contacts under a project, each with how far they have come into its portal. */
@Component({
  selector: 'app-client-project-contacts',
  imports: [Confirm, ContactChip, CopyText, MatButton, OutcomeNote, Trouble],
  template: `
    <h3>Client’s contacts</h3>
    <app-outcome [outcome]="outcome" />
    @if (store.contacts.value(); as contacts) {
      @if (store.contacts.error(); as error) {
        <app-trouble [error]="error" (again)="store.contacts.load()" />
      }
      <ul>
        @for (contact of contacts; track contact.id) {
          <li [attr.aria-label]="contact.name">
            <span class="what">
              <strong>{{ contact.name }}</strong>
              @if (contact.email) {
                <span class="muted small">{{ contact.email }}</span>
              }
            </span>
            <app-contact-chip [contact]="contact" />
            @if (reason(contact); as text) {
              <p class="muted small wide">{{ text }}</p>
            }
            @if (contact.state === 'invited' && contact.invitationId) {
              <div class="actions wide">
                <button
                  matButton
                  type="button"
                  [attr.aria-label]="'Resend to ' + contact.name"
                  (click)="resend(contact)"
                >
                  Resend
                </button>
                <app-confirm
                  action="Cancel invitation"
                  [of]="contact.name"
                  question="The link in their message stops working."
                  (confirmed)="cancel(contact)"
                />
              </div>
            }
            @if (store.links()[contact.id]; as url) {
              <app-copy-text class="wide" [text]="url" [label]="'Invitation link of ' + contact.name" />
            }
          </li>
        } @empty {
          <li class="muted">No contact yet: add one to the client, then invite.</li>
        }
      </ul>
    } @else if (store.contacts.error(); as error) {
      <app-trouble [error]="error" (again)="store.contacts.load()" />
    } @else {
      <div class="ghost" aria-hidden="true"></div>
      <p class="visually-hidden" role="status">Loading the contacts</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
      width: 100%;
    }
    h3 {
      font-size: var(--text-15);
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--space-3);
      align-items: center;
      padding-block: var(--space-3);
      border-block-start: 1px solid var(--hairline);
    }
    .wide {
      grid-column: 1 / -1;
    }
    .actions {
      margin-inline-start: -12px;
    }
    .actions:has(.ask) {
      margin-inline: 0;
    }
    .actions:has(.ask) > button {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientProjectContacts {
  protected readonly store = inject(ClientProjectStore);
  protected readonly outcome = new Outcome();
  protected readonly reason = stateReason;

  protected resend(contact: ContactAccess): Promise<void> {
    return this.outcome.of(async () => {
      await this.store.resend(contact);
      return `A new invitation for ${contact.name}; the one before no longer works.`;
    });
  }

  protected cancel(contact: ContactAccess): Promise<void> {
    return this.outcome.of(async () => {
      await this.store.cancel(contact);
      return `The invitation of ${contact.name} is cancelled.`;
    });
  }
}
