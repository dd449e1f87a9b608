import { Injectable } from '@nestjs/common';
import { accessFactV1, may, type Action, type Role } from '@porchlight/contracts';
import { States } from '@porchlight/messaging';
import { problems, Transactions, type Caller } from '@porchlight/platform';
import { Patience } from '../view/patience';
import { PortalFacts } from '../view/portal-facts';
import { AccessFacts, type Access } from './access-facts';

/** What somebody is to a project. */
export type Part = 'builder' | 'customer' | 'subcontractor';

/** Access facts do not tell owners from managers: a builder may here what both may. */
const roles: Readonly<Record<Part, readonly Role[]>> = {
  builder: ['owner', 'manager'],
  customer: ['customer'],
  subcontractor: ['subcontractor'],
};

const mayDo = (part: Part, action: Action): boolean => roles[part].every((role) => may(role, action));

const partOf = (access: Access | null, projectId: string, companyId: string): Part | null => {
  if (access?.staffOf.includes(companyId)) return 'builder';
  if (access?.customerOf.includes(projectId)) return 'customer';
  return access?.worksOn.includes(projectId) ? 'subcontractor' : null;
};

/** What a signed-in person may do with a project's portal, decided by stored access facts. */
@Injectable()
export class PortalRights {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: AccessFacts,
    private readonly portals: PortalFacts,
    private readonly states: States,
    private readonly patience: Patience,
  ) {}

  /** As what the policy lets the caller do `action`. Throws 403 for the project's other members, 404 for strangers. */
  async require(caller: Caller, projectId: string, action: Action): Promise<Part> {
    const part = await this.part(caller, projectId, action);
    if (part === null) throw problems.notFound('project');
    if (!mayDo(part, action)) throw problems.forbidden();
    return part;
  }

  /** Asks identity once where the copy is behind the caller's token or does not grant what is wanted. */
  private async part(caller: Caller, projectId: string, wanted: Action): Promise<Part | null> {
    const companyId = await this.portals.companyOf(projectId);
    if (companyId === null) throw problems.notFound('project');
    const access = await this.stored(caller.personId);
    const part = partOf(access, projectId, companyId);
    if (access && access.version >= caller.membershipVersion && part && mayDo(part, wanted)) return part;
    await this.states.fetch(accessFactV1, caller.personId);
    return partOf(await this.stored(caller.personId), projectId, companyId);
  }

  private stored(personId: string): Promise<Access | null> {
    return this.patience.with(() => this.transactions.run({ personId }, (em) => this.access.find(em, personId)));
  }
}
