import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { companyChangedV1, DataOf } from '@porchlight/contracts';
import { companyNotKnownHere } from '../member/read-own-writes';
import { Company } from './company.entity';

/** Keeps and reads the copy of companies' settings. */
@Injectable()
export class Companies {
  async store(em: EntityManager, state: DataOf<typeof companyChangedV1>): Promise<void> {
    await em.upsert(Company, {
      id: state.companyId,
      timeZone: state.timeZone,
      currency: state.currency,
      workingDays: state.workingDays,
      holidays: state.holidays,
    });
  }

  /** Throws `NotKnownHere` where the copy is missing. */
  async get(em: EntityManager, companyId: string): Promise<Company> {
    const company = await em.findOne(Company, companyId);
    if (!company) throw companyNotKnownHere(companyId);
    return company;
  }
}
