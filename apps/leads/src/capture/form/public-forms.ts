import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { slugSchema } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import type { Brand } from '../../brand/brand.entity';
import { lookOf } from '../../brand/brand.repository';
import { Company } from '../../company/company.entity';
import type { Picture } from '../../picture/picture.entity';
import { CaptureForm } from './capture-form.entity';
import { slugKey } from './slug';

/** A form as strangers meet it, with whose it is. */
export interface PublicForm {
  readonly form: CaptureForm;
  readonly company: Company;
  readonly brand: Brand;
  readonly logo: Picture | null;
}

/** Finds forms by their address, which is all that lets anybody in. */
@Injectable()
export class PublicForms {
  constructor(private readonly transactions: Transactions) {}

  /** Throws 404 where there is none. */
  async at(address: string): Promise<PublicForm> {
    const slug = slugSchema.safeParse(address);
    const found = slug.success ? await this.find(slug.data) : null;
    if (!found) throw problems.notFound('form');
    return found;
  }

  private find(slug: string): Promise<PublicForm | null> {
    return this.transactions.run({ capabilityId: slugKey(slug) }, async (em) => {
      const form = await em.findOne(CaptureForm, { slug });
      return form && this.withCompany(em, form);
    });
  }

  private async withCompany(em: EntityManager, form: CaptureForm): Promise<PublicForm> {
    const { companyId } = form;
    await this.transactions.enter(em, { companyId });
    const company = await em.findOneOrFail(Company, companyId);
    const { brand, logo } = await lookOf(em, companyId);
    return { form, company, brand, logo };
  }
}
