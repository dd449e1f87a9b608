import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { companyChangedV1, type DataOf } from '@porchlight/contracts';
import { CopyBehind } from '@porchlight/messaging';
import { problems } from '@porchlight/platform';
import { Company } from './company.entity';

/** Keeps our copy of each company and guards it: whoever writes a shell holds the company's row first. */
@Injectable()
export class CompanyCopy {
  /** Writes the row, and so waits for shell writers at work and holds off later ones until this transaction ends. */
  store(em: EntityManager, data: DataOf<typeof companyChangedV1>): Promise<Company> {
    const { companyId, name, timeZone, locale, currency, amberDays, contact } = data;
    return em.upsert(Company, { companyId, name, timeZone, locale, currency, amberDays, contact });
  }

  /** The company, unchanging until this transaction ends. Throws CopyBehind when we have not heard of it. */
  holdForShells(em: EntityManager, companyId: string): Promise<Company> {
    return this.hold(em, companyId, LockMode.PESSIMISTIC_READ);
  }

  /** The same for one who is about to change every shell of the company, and so goes alone. */
  holdForBrand(em: EntityManager, companyId: string): Promise<Company> {
    return this.hold(em, companyId, LockMode.PESSIMISTIC_WRITE);
  }

  /** The company as we know it. Throws CopyBehind when we have not heard of it. */
  async known(em: EntityManager, companyId: string): Promise<Company> {
    return (await em.findOne(Company, companyId)) ?? this.unheardOf(companyId);
  }

  private async hold(em: EntityManager, companyId: string, lockMode: LockMode): Promise<Company> {
    return (await em.findOne(Company, companyId, { lockMode })) ?? this.unheardOf(companyId);
  }

  private unheardOf(companyId: string): never {
    throw new CopyBehind(companyChangedV1, companyId, problems.unavailable('The company is not known here yet.', 2));
  }
}
