import { Injectable } from '@nestjs/common';
import { type brandSchema, brandShades, type CompanyColors } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, problems, Transactions } from '@porchlight/platform';
import type { z } from 'zod';
import { CompanyCopy } from '../company/company.copy';
import { Shells } from '../portal/shells';
import type { Brand } from './brand.entity';
import { brandOf } from './brand.repository';

export type BrandReply = z.infer<typeof brandSchema>;

const brandReply = (brand: Brand): BrandReply => ({
  companyId: brand.companyId,
  version: brand.version,
  colors: brand.colors,
  shades: brandShades(brand.colors),
  logo: null,
  suggestions: [],
  pictures: [],
});

@Injectable()
export class BrandService {
  constructor(
    private readonly staff: Staff,
    private readonly transactions: Transactions,
    private readonly companies: CompanyCopy,
    private readonly shells: Shells,
  ) {}

  get(caller: Caller, companyId: string | undefined): Promise<BrandReply> {
    return this.staff.inCompany(caller, companyId, 'brand.read', async (em, place) =>
      brandReply(await brandOf(em, place.companyId)),
    );
  }

  /** Every portal of the company is shown in the new colours. */
  recolor(caller: Caller, companyId: string | undefined, version: number, colors: CompanyColors): Promise<BrandReply> {
    return this.staff.inCompany(caller, companyId, 'brand.change', async (em, place) => {
      const company = await this.companies.holdForBrand(em, place.companyId);
      const brand = await brandOf(em, place.companyId);
      if (brand.version !== version) throw problems.stale(brandReply(brand));
      if (brand.recolor(colors)) {
        em.persist(brand);
        await this.shells.refreshAll(em, company, brand);
      }
      return brandReply(brand);
    });
  }

  /** The colours for a company's mails; any company's, for our own services only. */
  colorsOf(companyId: string): Promise<CompanyColors> {
    return this.transactions.run({ companyId }, async (em) => (await brandOf(em, companyId)).colors);
  }
}
