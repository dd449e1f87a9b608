import { ChangeDetectionStrategy, Component, effect, inject, input, type OnInit, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Client, ClientPage as Known, Lead } from '@porchlight/contracts';
import { onHint } from '../api/hints';
import { Loaded, onReturn } from '../api/loaded';
import { stageTones } from '../leads/stage-tones';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { PageTitle } from '../shell/page-title';
import { Trouble } from '../shell/trouble';
import { showDayOf } from '../words/dates';
import { leadStageWords } from '../words/words';
import { ClientContacts } from './client-contacts';
import { Clients } from './clients';

/** A client: the people to talk to, and all they have asked us for. */
@Component({
  selector: 'app-client-page',
  imports: [ClientContacts, Icon, MatButton, RouterLink, Trouble],
  templateUrl: './client-page.html',
  styleUrl: './client-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientPage implements OnInit {
  readonly id = input.required<string>();
  private readonly clients = inject(Clients);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  private readonly chosen = inject(ChosenCompany);
  protected readonly client = new Loaded<Known>(() => this.clients.get(this.id()));
  protected readonly words = leadStageWords;
  protected readonly tones = stageTones;
  protected readonly dayOf = showDayOf;

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.of(this.client.value()?.name ?? 'Client'));
    // Who comes by a link works in that client's company from here on.
    effect(() => {
      const companyId = this.client.value()?.companyId;
      if (companyId) untracked(() => this.chosen.choose(companyId));
    });
    onReturn(() => void this.client.load());
    onHint('/api/leads/changes', this.chosen.query, (news) => {
      const leads = this.client.value()?.leads.map(({ id }) => id) ?? [];
      if (news.touches('client', this.id()) || (leads.length > 0 && news.touches('lead', ...leads)))
        void this.client.load();
    });
  }

  ngOnInit(): void {
    void this.client.load();
  }

  protected changed(client: Client): void {
    this.client.change((known) => ({ ...known, ...client }));
  }

  protected async rename(client: Known): Promise<void> {
    const { ClientName } = await import('./client-name');
    const renamed = await this.sheets.open<Client>(ClientName, client);
    if (renamed) this.changed(renamed);
  }

  protected async newLead(client: Known): Promise<void> {
    const { LeadSheet } = await import('../leads/lead-sheet');
    const created = await this.sheets.open<Lead>(LeadSheet, { lead: null, client });
    if (created) await this.router.navigate(['/leads', created.id]);
  }
}
