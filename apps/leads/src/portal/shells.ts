import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { shellFactV1 } from '@porchlight/contracts';
import { Outbox } from '@porchlight/messaging';
import { type Look, lookOf } from '../brand/brand.repository';
import type { Company } from '../company/company.entity';
import { Portal } from './portal.entity';
import { portalShell } from './shell.mapper';

/** Tells the portals of what frames them, and only when a byte of it has changed. */
@Injectable()
export class Shells {
  constructor(private readonly outbox: Outbox) {}

  /** The transaction holds the company (`CompanyCopy.holdForShells`) and the portal. */
  async refresh(em: EntityManager, portal: Portal, company: Company, look?: Look): Promise<void> {
    const { brand, pictures } = look ?? (await lookOf(em, company.companyId));
    const shell = portalShell({ portal, company, brand, pictures });
    if (!portal.show(shell)) return;
    await this.outbox.add(em, shellFactV1, {
      companyId: portal.companyId,
      aggregateId: portal.projectId,
      aggregateVersion: portal.shellVersion,
      data: shell,
    });
  }

  /** Every portal there is to see of a company whose row this transaction is writing, in the order of their ids. */
  async refreshAll(em: EntityManager, company: Company, look?: Look): Promise<void> {
    const { companyId } = company;
    const known = look ?? (await lookOf(em, companyId));
    const portals = await em.find(
      Portal,
      { companyId, $or: [{ leadId: null }, { publishedAt: { $ne: null } }] },
      { orderBy: { projectId: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    for (const portal of portals) await this.refresh(em, portal, company, known);
  }
}
