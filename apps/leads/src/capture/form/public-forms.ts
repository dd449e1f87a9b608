import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { slugSchema } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import type { Brand } from '../../brand/brand.entity';
import { lookOf } from '../../brand/brand.repository';
import { Company } from '../../company/company.entity';
import type { Picture } from '../../picture/picture.entity';
import { companyAt } from './capture-addresses';
import { CaptureForm } from './capture-form.entity';
import { slugKey } from './slug';

/** A form as strangers meet it, with whose it is. */
export interface PublicForm {
  readonly form: CaptureForm;
  readonly company: Company;
  readonly brand: Brand;
  readonly logo: Picture | null;
}

/** Finds forms by their address, also by one that a form had before; it is all that lets anybody in. */
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
      const companyId = await companyAt(em, slug);
      return companyId === null ? null : this.ofCompany(em, companyId);
    });
  }

  private async ofCompany(em: EntityManager, companyId: string): Promise<PublicForm> {
    await this.transactions.enter(em, { companyId });
    const form = await em.findOneOrFail(CaptureForm, companyId);
    const company = await em.findOneOrFail(Company, companyId);
    const { brand, logo } = await lookOf(em, companyId);
    return { form, company, brand, logo };
  }
}
