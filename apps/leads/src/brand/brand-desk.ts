import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Brand as BrandReply } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, Hints, problems } from '@porchlight/platform';
import { CompanyCopy } from '../company/company.copy';
import { Shells } from '../portal/shells';
import { brandReply } from './brand.mapper';
import { type Look, lookOf } from './brand.repository';

/** Which brand is changed, and as seen in which version. */
export interface BrandChange {
  readonly caller: Caller;
  readonly companyId: string | undefined;
  readonly version: number;
}

/** The one way to change a brand: owners only, the version seen, and every portal told. */
@Injectable()
export class BrandDesk {
  constructor(
    private readonly staff: Staff,
    private readonly companies: CompanyCopy,
    private readonly shells: Shells,
    private readonly hints: Hints,
  ) {}

  /** Throws 412 with the brand as it is. `change` raises the version where something changed. */
  change(
    { caller, companyId, version }: BrandChange,
    change: (em: EntityManager, look: Look) => Promise<void> | void,
  ): Promise<BrandReply> {
    return this.staff.inCompany(caller, companyId, 'brand.change', async (em, place) => {
      const company = await this.companies.holdForBrand(em, place.companyId);
      const before = await lookOf(em, place.companyId);
      insistOn(version, before);
      await change(em, before);
      if (before.brand.version === version) return brandReply(before);
      em.persist(before.brand);
      await em.flush();
      const look = await lookOf(em, place.companyId);
      await this.shells.refreshAll(em, company, look);
      await this.hints.tell(em, place.companyId, { type: 'brand', id: place.companyId });
      return brandReply(look);
    });
  }

  /** Whether such a change would be let in at this moment, before any byte of it is read; which company it is about. */
  admit({ caller, companyId, version }: BrandChange, check: (look: Look) => void): Promise<string> {
    return this.staff.inCompany(caller, companyId, 'brand.change', async (em, place) => {
      const look = await lookOf(em, place.companyId);
      insistOn(version, look);
      check(look);
      return place.companyId;
    });
  }
}

const insistOn = (version: number, look: Look): void => {
  if (look.brand.version !== version) throw problems.stale(brandReply(look));
};
