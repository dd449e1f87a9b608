import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  companyChangedV1,
  type ChangeCompany,
  type Company as CompanyReply,
  type RegisterCompany,
  type Registered,
} from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { EmailConfirmations } from '../confirmation/email-confirmations';
import { Authority } from '../membership/authority';
import { MembershipStates } from '../membership/membership-states';
import { Membership } from '../membership/membership.entity';
import { PasswordHasher } from '../person/password-hasher';
import { Person } from '../person/person.entity';
import { personErrors } from '../person/person.errors';
import { SessionService, type Begun } from '../session/session.service';
import { Company } from './company.entity';
import { companyReply, companyState } from './company.mapper';

@Injectable()
export class CompanyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: PasswordHasher,
    private readonly authority: Authority,
    private readonly memberships: MembershipStates,
    private readonly sessions: SessionService,
    private readonly confirmations: EmailConfirmations,
    private readonly outbox: Outbox,
  ) {}

  /** Registers a company with its owner, who is signed in at once. */
  async register(
    registration: RegisterCompany,
    device: string,
  ): Promise<{ registered: Registered } & Omit<Begun, 'signedIn'>> {
    const passwordHash = await this.passwords.hash(registration.password);
    const now = new Date();
    const company = Company.register(registration, now);
    const person = Person.signUp(registration.email, registration.name, passwordHash, now);
    try {
      return await this.transactions.run({ companyId: company.id }, async (em) => {
        const owner = Membership.join(person.id, { companyId: company.id, projectId: null }, 'owner', now);
        await em.persist([company, person]).flush();
        await em.persist(owner).flush();
        await this.publish(em, company);
        await this.memberships.changed(em, person);
        await this.confirmations.request(em, person, person.email);
        const { signedIn, refreshToken, account } = await this.sessions.open(em, person, device);
        return { registered: { company: companyReply(company), ...signedIn }, refreshToken, account };
      });
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) throw personErrors.emailTaken();
      throw error;
    }
  }

  read(caller: Caller, companyId: string): Promise<CompanyReply> {
    return this.authority.allow(caller, { companyId, projectId: null }, 'company.read', 'company', async (em) =>
      companyReply(await em.findOneOrFail(Company, { id: companyId })),
    );
  }

  change(caller: Caller, companyId: string, version: number, change: ChangeCompany): Promise<CompanyReply> {
    return this.authority.allow(caller, { companyId, projectId: null }, 'company.change', 'company', async (em) => {
      const company = await em.findOneOrFail(
        Company,
        { id: companyId },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      if (company.version !== version) throw problems.stale(companyReply(company));
      company.change(change);
      await this.publish(em, company);
      return companyReply(company);
    });
  }

  private publish(em: EntityManager, company: Company): Promise<void> {
    return this.outbox.add(em, companyChangedV1, {
      companyId: company.id,
      aggregateId: company.id,
      aggregateVersion: company.version,
      data: companyState(company),
    });
  }
}
