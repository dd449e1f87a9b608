import { ChangeDetectionStrategy, Component, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Client } from '@porchlight/contracts';
import { Api } from '../api/api';
import { onHint } from '../api/hints';
import { Loaded, onReturn } from '../api/loaded';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { Trouble } from '../shell/trouble';
import { LeadsTabs } from './leads-tabs';

interface ClientsFound {
  readonly items: readonly Client[];
  readonly nextCursor: string | null;
}

/** Long enough for a word to be finished. */
const pause = 250;
const pageSize = 50;

/** The households and firms of a company, newest first, found by name, e-mail or phone. */
@Component({
  selector: 'app-client-list',
  imports: [Icon, LeadsTabs, MatButton, RouterLink, Trouble],
  templateUrl: './client-list.html',
  styleUrl: './client-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientList {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  protected readonly wanted = signal('');
  /** What is shown was asked for with this. */
  protected readonly sought = signal('');
  protected readonly clients = new Loaded<ClientsFound>(() => this.page());

  constructor() {
    effect(() => {
      this.chosen.id();
      untracked(() => void this.clients.restart());
    });
    effect((onCleanup) => {
      const wanted = this.wanted().trim();
      const timer = setTimeout(() => this.seek(wanted), pause);
      onCleanup(() => clearTimeout(timer));
    });
    onReturn(() => void this.clients.load());
    onHint('/api/leads/changes', this.chosen.query, (news) => {
      if (news.touches('client')) void this.clients.load();
    });
  }

  protected primaryOf({ contacts }: Client): string {
    const primary = contacts.find((contact) => contact.primary) ?? contacts[0];
    if (!primary) return 'No contact yet';
    const others = contacts.length - 1;
    return others > 0 ? `${primary.name} and ${others} ${others === 1 ? 'other' : 'others'}` : primary.name;
  }

  protected reachOf({ contacts }: Client): string {
    const primary = contacts.find((contact) => contact.primary) ?? contacts[0];
    return primary?.email ?? primary?.phone ?? '';
  }

  protected async more(cursor: string): Promise<void> {
    try {
      const next = await this.page(cursor);
      this.clients.change(({ items }) => ({ ...next, items: [...items, ...next.items] }));
    } catch {
      // What failed is said by the list as a whole.
      await this.clients.load();
    }
  }

  protected async create(): Promise<void> {
    const { ClientSheet } = await import('./client-sheet');
    const created = await this.sheets.open<Client>(ClientSheet);
    if (created) await this.router.navigate(['/clients', created.id]);
  }

  private seek(wanted: string): void {
    if (wanted === this.sought()) return;
    this.sought.set(wanted);
    void this.clients.load();
  }

  private page(cursor?: string): Promise<ClientsFound> {
    const q = this.sought();
    return this.api.get<ClientsFound>('/api/leads/clients', {
      ...this.chosen.query(),
      limit: pageSize,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    });
  }
}
