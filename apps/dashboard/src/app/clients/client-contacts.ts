import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Client, Contact } from '@porchlight/contracts';
import { Confirm } from '../sheet/confirm';
import { Outcome, OutcomeNote } from '../sheet/outcome';
import { Icon } from '../shell/icon';
import { Clients } from './clients';
import { ContactForm } from './contact-form';

/** The contacts of a client, to be read and changed: on the client's own page and beside each of its leads. */
@Component({
  selector: 'app-client-contacts',
  imports: [Confirm, ContactForm, Icon, MatButton, OutcomeNote],
  templateUrl: './client-contacts.html',
  styleUrl: './client-contacts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientContacts {
  readonly client = input.required<Client>();
  /** The client as it is after a change made here. */
  readonly changed = output<Client>();
  private readonly clients = inject(Clients);
  protected readonly outcome = new Outcome();
  /** The contact whose form is open; `new` for one more. */
  protected readonly open = signal<string | null>(null);
  protected readonly removing =
    'Their open invitations are cancelled. Where they have joined a project they stay until removed in its team.';

  protected begin(id: string): void {
    this.outcome.clear();
    this.open.set(id);
  }

  protected saved(client: Client): void {
    this.open.set(null);
    this.changed.emit(client);
  }

  protected async renew(): Promise<void> {
    this.changed.emit(await this.clients.get(this.client().id));
  }

  protected makePrimary(contact: Contact): Promise<void> {
    return this.write(`${contact.name} is the primary contact now.`, () =>
      this.clients.changeContact(this.client(), contact, { primary: true }),
    );
  }

  protected remove(contact: Contact): Promise<void> {
    return this.write(`${contact.name} is no contact any more.`, () =>
      this.clients.removeContact(this.client(), contact),
    );
  }

  private write(sentence: string, step: () => Promise<Client>): Promise<void> {
    return this.outcome.of(async () => {
      try {
        this.changed.emit(await step());
      } catch (error) {
        // Somebody else may have been faster: what is stored now is shown beside the sentence.
        await this.renew().catch(() => undefined);
        throw error;
      }
      return sentence;
    });
  }
}
