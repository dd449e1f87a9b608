import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '@porchlight/contracts';
import { CONFIG, problems, Transactions } from '@porchlight/platform';
import { Company } from '../company/company.entity';
import { companyReply } from '../company/company.mapper';
import type { Config } from '../config';
import { Membership } from '../membership/membership.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { Person } from './person.entity';
import { personReply } from './person.mapper';

@Injectable()
export class MeService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly transactions: Transactions,
  ) {}

  of(personId: string): Promise<Me> {
    return this.transactions.run({ personId }, async (em) => {
      const person = await em.findOne(Person, { id: personId });
      if (!person) throw problems.unauthenticated();
      const memberships = await em.find(Membership, { personId, removedAt: null }, { orderBy: { id: 'asc' } });
      const companies = await this.companiesOf(em, memberships);
      const projects = await this.projectsOf(em, memberships);
      return {
        person: personReply(person),
        emailConfirmed: person.emailConfirmedAt !== null,
        mailSetUp: this.config.SMTP_CONFIGURED,
        companies: memberships.flatMap((membership) => {
          const company = membership.projectId === null ? companies.get(membership.companyId) : undefined;
          return company ? [{ ...companyReply(company), role: membership.role }] : [];
        }),
        memberships: memberships.map(({ companyId, projectId, role }) => ({
          companyId,
          companyName: companies.get(companyId)?.name ?? '',
          projectId,
          projectName: (projectId && projects.get(projectId)?.name) ?? null,
          role,
        })),
      };
    });
  }

  private async companiesOf(em: EntityManager, memberships: readonly Membership[]): Promise<Map<string, Company>> {
    const ids = memberships.map(({ companyId }) => companyId);
    return new Map((await em.find(Company, { id: { $in: ids } })).map((company) => [company.id, company]));
  }

  private async projectsOf(em: EntityManager, memberships: readonly Membership[]): Promise<Map<string, ProjectCopy>> {
    const ids = memberships.flatMap(({ projectId }) => projectId ?? []);
    const copies = await em.find(ProjectCopy, { projectId: { $in: ids } });
    return new Map(copies.map((project) => [project.projectId, project]));
  }
}
