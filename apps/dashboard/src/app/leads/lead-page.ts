import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Client, Lead } from '@porchlight/contracts';
import { onHint } from '../api/hints';
import { onReturn } from '../api/loaded';
import { ClientContacts } from '../clients/client-contacts';
import { ChosenCompany } from '../session/chosen-company';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { PageTitle } from '../shell/page-title';
import { Toasts } from '../shell/toasts';
import { Trouble } from '../shell/trouble';
import { leadStageWords } from '../words/words';
import { ClientProject } from './client-project';
import { changeOf } from './home/board-moves';
import { DeleteLead } from './page/delete-lead';
import { LeadDesk } from './page/lead-desk';
import { LeadFacts } from './page/lead-facts';
import { LeadFiles } from './page/lead-files';
import { LeadNotes } from './page/lead-notes';
import { LeadTrail } from './page/lead-trail';
import { LeadTwins } from './page/lead-twins';
import { stageTones } from './stage-tones';

/** A lead: at the left what is known of it, at the right its Client Project. */
@Component({
  selector: 'app-lead-page',
  imports: [
    ClientContacts,
    ClientProject,
    DeleteLead,
    Icon,
    LeadFacts,
    LeadFiles,
    LeadNotes,
    LeadTrail,
    LeadTwins,
    MatButton,
    RouterLink,
    Trouble,
  ],
  providers: [LeadDesk],
  templateUrl: './lead-page.html',
  styleUrl: './lead-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadPage {
  readonly id = input.required<string>();
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly chosen = inject(ChosenCompany);
  protected readonly desk = inject(LeadDesk);
  protected readonly words = leadStageWords;
  protected readonly tones = stageTones;
  protected readonly fixed = computed(() => !this.chosen.may('lead.change'));
  protected readonly news = signal(0);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => this.desk.open(id));
    });
    effect(() => title.of(this.desk.lead.value()?.client.name ?? 'Lead'));
    // Who comes by a link works in that lead's company from here on.
    effect(() => {
      const companyId = this.desk.lead.value()?.companyId;
      if (companyId) untracked(() => this.chosen.choose(companyId));
    });
    onReturn(() => this.renew());
    onHint(
      '/api/leads/changes',
      (): Record<string, string> => {
        const companyId = this.companyId();
        return companyId ? { companyId } : {};
      },
      (news) => {
        const clientId = this.desk.lead.value()?.client.id;
        if (news.touches('lead', this.id()) || news.touches('client', clientId)) this.renew();
      },
    );
  }

  /** Alone, so that listening does not begin anew with every change of the lead. */
  private readonly companyId = computed(() => this.desk.lead.value()?.companyId ?? null);

  protected renew(): void {
    void this.desk.lead.load();
    this.news.update((count) => count + 1);
  }

  protected async edit(lead: Lead): Promise<void> {
    const { LeadSheet } = await import('./lead-sheet');
    const saved = await this.sheets.open<Lead>(LeadSheet, { lead });
    if (saved) this.desk.adopt(saved);
  }

  protected win(lead: Lead): Promise<void> {
    return this.move(lead, changeOf(lead, 'won'));
  }

  protected async lose(lead: Lead): Promise<void> {
    const { LostSheet } = await import('./lost-sheet');
    const reason = await this.sheets.open<string>(LostSheet, lead);
    if (reason !== undefined) await this.move(lead, changeOf(lead, 'lost', reason));
  }

  protected takeUp(lead: Lead): Promise<void> {
    return this.move(lead, changeOf(lead, 'contacted'));
  }

  protected clientChanged(client: Client): void {
    this.desk.lead.change((lead) => ({ ...lead, client }));
    this.renew();
  }

  protected async gone(): Promise<void> {
    this.toasts.say('The lead is deleted.');
    await this.router.navigate(['/leads']);
  }

  private async move(lead: Lead, change: ReturnType<typeof changeOf>): Promise<void> {
    await this.desk.changes.make(lead, change).catch((error: unknown) => this.toasts.fail(error));
  }
}
