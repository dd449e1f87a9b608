import { Injectable } from '@nestjs/common';
import { type AnswerOf, type askBrand, type Brand as BrandReply, type CompanyColors } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, Transactions } from '@porchlight/platform';
import type { Picture } from '../picture/picture.entity';
import { PublicFiles } from '../picture/public-files';
import { type BrandChange, BrandDesk } from './brand-desk';
import { brandReply } from './brand.mapper';
import { lookOf } from './brand.repository';

/** In CSS pixels, as mails show a logo: half of the small one's box, so that it is sharp on every screen. */
const mailBox = { width: 160, height: 80 };

@Injectable()
export class BrandService {
  constructor(
    private readonly staff: Staff,
    private readonly desk: BrandDesk,
    private readonly transactions: Transactions,
    private readonly files: PublicFiles,
  ) {}

  get(caller: Caller, companyId: string | undefined): Promise<BrandReply> {
    return this.staff.inCompany(caller, companyId, 'brand.read', async (em, place) =>
      brandReply(await lookOf(em, place.companyId)),
    );
  }

  /** Every portal of the company is shown in the new colours. */
  recolor(change: BrandChange, colors: CompanyColors): Promise<BrandReply> {
    return this.desk.change(change, (_em, { brand }) => void brand.recolor(colors));
  }

  /** Colours and logo for a company's mails; any company's, for our own services only. */
  async forMails(companyId: string): Promise<AnswerOf<typeof askBrand>> {
    const { brand, logo } = await this.transactions.run({ companyId }, (em) => lookOf(em, companyId));
    const shown = logo && (await this.logoForMails(logo));
    return { colors: brand.colors, ...(shown && { logo: shown }) };
  }

  private async logoForMails(logo: Picture): Promise<{ base64: string; width: number; height: number } | null> {
    const bytes = await this.files.read(logo.smallId);
    if (!bytes) return null;
    const scale = Math.min(1, mailBox.width / logo.smallWidth, mailBox.height / logo.smallHeight);
    const shown = (pixels: number) => Math.max(1, Math.round(pixels * scale));
    return { base64: bytes.toString('base64'), width: shown(logo.smallWidth), height: shown(logo.smallHeight) };
  }
}
