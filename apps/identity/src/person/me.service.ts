import { Injectable } from '@nestjs/common';
import type { Me } from '@porchlight/contracts';
import { problems, Transactions } from '@porchlight/platform';
import { Company } from '../company/company.entity';
import { companyReply } from '../company/company.mapper';
import { Membership } from '../membership/membership.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { Person } from './person.entity';
import { personReply } from './person.mapper';

@Injectable()
export class MeService {
  constructor(private readonly transactions: Transactions) {}

  of(personId: string): Promise<Me> {
    return this.transactions.run({ personId }, async (em) => {
      const person = await em.findOne(Person, { id: personId });
      if (!person) throw problems.unauthenticated();
      const memberships = await em.find(Membership, { personId, removedAt: null }, { orderBy: { id: 'asc' } });
      const companies = new Map((await em.find(Company, {})).map((company) => [company.id, company]));
      const projects = new Map((await em.find(ProjectCopy, {})).map((project) => [project.projectId, project]));
      return {
        person: personReply(person),
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
}
