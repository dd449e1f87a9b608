import { inject, Injectable } from '@angular/core';
import type { ChangeLead, Lead } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded } from '../../api/loaded';
import { QuickChanges } from '../home/quick-changes';

/** The lead of a page, and the changes made to it in place. */
@Injectable()
export class LeadDesk {
  private readonly api = inject(Api);
  private id = '';
  readonly lead = new Loaded<Lead>(() => this.api.get<Lead>(this.path()));
  readonly write = ({ version }: Lead, change: ChangeLead): Promise<Lead> =>
    this.api.patch<Lead>(this.path(), change, { version });
  readonly changes = new QuickChanges(this.write, (lead) => this.adopt(lead));

  open(id: string): void {
    this.id = id;
    void this.lead.load();
  }

  /** What is newer counts: answers may overtake one another. */
  adopt(lead: Lead): void {
    if (lead.version >= (this.lead.value()?.version ?? 0)) this.lead.set(lead);
  }

  path(rest = ''): string {
    return `/api/leads/${this.id}${rest}`;
  }
}
