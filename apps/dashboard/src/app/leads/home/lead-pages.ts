import { computed } from '@angular/core';
import type { Lead } from '@porchlight/contracts';
import { Loaded } from '../../api/loaded';

export interface LeadPage {
  readonly items: readonly Lead[];
  readonly nextCursor: string | null;
}
export type FetchLeads = (page: { limit: number; cursor?: string }) => Promise<LeadPage>;

const most = 500;

/** A list that is loaded page by page; a renewal brings as many as are shown. */
export class LeadPages {
  private readonly page: Loaded<LeadPage>;
  readonly leads = computed(() => this.page.value()?.items ?? null);
  readonly hasMore = computed(() => (this.page.value()?.nextCursor ?? null) !== null);

  constructor(
    private readonly fetch: FetchLeads,
    private readonly size: number,
  ) {
    this.page = new Loaded(() => fetch({ limit: Math.min(most, Math.max(size, this.leads()?.length ?? 0)) }));
  }

  get error() {
    return this.page.error;
  }

  load(): Promise<void> {
    return this.page.load();
  }

  restart(): Promise<void> {
    return this.page.restart();
  }

  /** The next page behind those shown. What was renewed meanwhile has its own end, and is left as it is. */
  async more(): Promise<void> {
    const cursor = this.page.value()?.nextCursor;
    if (!cursor) return;
    const next = await this.fetch({ limit: this.size, cursor });
    this.page.change((shown) => (shown.nextCursor === cursor ? joined(shown, next) : shown));
  }

  put(lead: Lead): void {
    this.page.change(({ items, nextCursor }) => ({
      items: items.some(({ id }) => id === lead.id)
        ? items.map((old) => (old.id === lead.id ? lead : old))
        : [lead, ...items],
      nextCursor,
    }));
  }

  replace(lead: Lead): void {
    if (this.leads()?.some(({ id }) => id === lead.id)) this.put(lead);
  }
}

/** A lead that moved between two pages while they were read stands once. */
const joined = (shown: LeadPage, next: LeadPage): LeadPage => ({
  items: [...shown.items, ...next.items.filter(({ id }) => !shown.items.some((lead) => lead.id === id))],
  nextCursor: next.nextCursor,
});
