import { Injectable } from '@nestjs/common';
import { accessFactV1 } from '@porchlight/contracts';
import { States } from '@porchlight/messaging';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { PortalFacts } from '../view/portal-facts';
import { AccessFacts, type Access } from './access-facts';

type Part = 'builder' | 'customer' | 'subcontractor' | 'stranger';

const partOf = (access: Access | null, projectId: string, companyId: string): Part => {
  if (access?.staffOf.includes(companyId)) return 'builder';
  if (access?.customerOf.includes(projectId)) return 'customer';
  return access?.worksOn.includes(projectId) ? 'subcontractor' : 'stranger';
};

/** What a signed-in person may do with a project's portal, decided by stored access facts. */
@Injectable()
export class PortalRights {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccessFacts,
    private readonly portals: PortalFacts,
    private readonly states: States,
  ) {}

  /** Lets builders of the project's company pass. Throws 403 for its other members, 404 for everyone else. */
  async requireBuilder(caller: Caller, projectId: string): Promise<void> {
    const part = await this.part(caller, projectId, ['builder']);
    if (part === 'stranger') throw problems.notFound('project');
    if (part !== 'builder') throw problems.forbidden('Only the builder can do this.');
  }

  /** As whom the caller may look. Throws 403 for subcontractors, 404 for strangers. */
  async requireViewer(caller: Caller, projectId: string): Promise<'builder' | 'customer'> {
    const part = await this.part(caller, projectId, ['builder', 'customer']);
    if (part === 'stranger') throw problems.notFound('project');
    if (part === 'subcontractor') throw problems.forbidden('The portal is for customers and their builder.');
    return part;
  }

  /** Asks identity once where the copy is behind the caller's token or grants none of what is wanted. */
  private async part(caller: Caller, projectId: string, wanted: readonly Part[]): Promise<Part> {
    const companyId = await this.portals.companyOf(projectId);
    if (companyId === null) throw problems.notFound('project');
    const access = await this.stored(caller.personId);
    const part = partOf(access, projectId, companyId);
    if (access && access.version >= caller.membershipVersion && wanted.includes(part)) return part;
    await this.states.fetch(accessFactV1, caller.personId);
    return partOf(await this.stored(caller.personId), projectId, companyId);
  }

  private stored(personId: string): Promise<Access | null> {
    return this.transactions.run({ personId }, (em) => this.access.find(em, personId));
  }
}
