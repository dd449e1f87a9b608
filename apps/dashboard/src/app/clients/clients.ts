import { inject, Injectable } from '@angular/core';
import type { ChangeContact, Client, ClientPage, ContactAccess } from '@porchlight/contracts';
import { Api } from '../api/api';

type Known = Pick<Client, 'id' | 'version'>;
export interface NewContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Clients and their contacts, as they are written. Every write gives the client as it is then. */
@Injectable({ providedIn: 'root' })
export class Clients {
  private readonly api = inject(Api);

  get(id: string): Promise<ClientPage> {
    return this.api.get<ClientPage>(path(id));
  }

  async rename({ id, version }: Known, name: string): Promise<Client> {
    await this.api.patch(path(id), { name }, { version });
    return this.get(id);
  }

  async addContact({ id }: Known, contact: NewContact, key: string): Promise<Client> {
    await this.api.post(path(id, '/contacts'), contact, { key });
    return this.get(id);
  }

  async changeContact(client: Known, { id }: Pick<ContactAccess, 'id'>, change: ChangeContact): Promise<Client> {
    await this.api.patch(path(client.id, `/contacts/${id}`), change, { version: client.version });
    return this.get(client.id);
  }

  async removeContact(client: Known, { id }: Pick<ContactAccess, 'id'>): Promise<Client> {
    await this.api.delete(path(client.id, `/contacts/${id}`), { version: client.version });
    return this.get(client.id);
  }
}

const path = (id: string, rest = ''): string => `/api/leads/clients/${id}${rest}`;
