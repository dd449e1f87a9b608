import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CompanyColors } from '@porchlight/contracts';
import { defaultColors } from './brand.defaults';

const BrandSchema = defineEntity({
  name: 'Brand',
  tableName: 'brand',
  properties: {
    companyId: p.uuid().primary(),
    version: p.integer(),
    primaryColor: p.text(),
    secondaryColor: p.text(),
    logoId: p.uuid().nullable().strictNullable(),
    /** Pairs of colours found in the logo. */
    suggestions: p.json<CompanyColors[]>(),
  },
});

/** How a company looks in its mails and portals. Stored once it differs from the defaults. */
export class Brand extends BrandSchema.class {
  static default(companyId: string): Brand {
    const brand = new Brand();
    brand.companyId = companyId;
    brand.version = 1;
    brand.primaryColor = defaultColors.primary;
    brand.secondaryColor = defaultColors.secondary;
    brand.logoId = null;
    brand.suggestions = [];
    return brand;
  }

  get colors(): CompanyColors {
    return { primary: this.primaryColor, secondary: this.secondaryColor };
  }

  /** True when the brand looks different afterwards. */
  recolor({ primary, secondary }: CompanyColors): boolean {
    if (primary === this.primaryColor && secondary === this.secondaryColor) return false;
    this.primaryColor = primary;
    this.secondaryColor = secondary;
    this.version += 1;
    return true;
  }

  wearLogo(logoId: string, suggestions: CompanyColors[]): void {
    this.logoId = logoId;
    this.suggestions = suggestions;
    this.version += 1;
  }

  takeOffLogo(): void {
    this.logoId = null;
    this.suggestions = [];
    this.version += 1;
  }

  /** Its pictures, which are rows of their own, are not what they were. */
  picturesChanged(): void {
    this.version += 1;
  }
}
BrandSchema.setClass(Brand);
