import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { companyChangedV1, DataOf } from '@porchlight/contracts';
import { companyNotKnownHere } from '../member/read-own-writes';
import { Company } from './company.entity';

/** Keeps and reads the copy of companies' settings. */
@Injectable()
export class Companies {
  async store(em: EntityManager, state: DataOf<typeof companyChangedV1>): Promise<void> {
    const known = await em.findOne(Company, state.companyId);
    const plansFollow = known === null || (known.plansFollow && known.worksLike(state));
    await em.upsert(Company, {
      id: state.companyId,
      timeZone: state.timeZone,
      currency: state.currency,
      workingDays: state.workingDays,
      holidays: state.holidays,
      plansFollow,
    });
  }

  /** Notes that all plans follow the calendar as it was read; one that has changed since stays to be followed. */
  async plansFollow(em: EntityManager, read: Company): Promise<void> {
    const company = await em.findOneOrFail(Company, read.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (company.worksLike(read)) company.plansFollow = true;
  }

  /** Throws `CopyBehind` where the copy is missing. */
  async get(em: EntityManager, companyId: string): Promise<Company> {
    const company = await em.findOne(Company, companyId);
    if (!company) throw companyNotKnownHere(companyId);
    return company;
  }
}
