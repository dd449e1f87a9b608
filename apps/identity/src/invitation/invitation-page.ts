import { Injectable } from '@nestjs/common';
import type { InspectedInvitation, ReadInvitation } from '@porchlight/contracts';
import { Transactions } from '@porchlight/platform';
import { Company } from '../company/company.entity';
import { Limits } from '../limit/limits';
import { Person } from '../person/person.entity';
import { ProjectCopy } from '../project/project-copy.entity';
import { InvitationByLink } from './invitation-by-link';
import { InvitationEvents } from './invitation-events';
import { inspectedReply } from './invitation.mapper';
import { Invitees } from './invitees';
import { Sendings } from './sendings';

type Language = ReadInvitation['language'];

/** What the page behind an invitation's link asks for before somebody accepts. Nothing of it uses up anything; how much of it one client may do is bounded. */
@Injectable()
export class InvitationPage {
  constructor(
    private readonly limits: Limits,
    private readonly transactions: Transactions,
    private readonly byLink: InvitationByLink,
    private readonly invitees: Invitees,
    private readonly sendings: Sendings,
    private readonly events: InvitationEvents,
  ) {}

  async inspect(client: string, token: string): Promise<InspectedInvitation> {
    await this.limits.take({ of: 'link', key: client });
    return this.byLink.look(token, async (em, invitation, generation) => {
      // Once accepted, every mail of it stays the way home.
      if (invitation.state !== 'accepted') invitation.requireCurrent(generation);
      const known = await this.invitees.isKnown(em, invitation);
      await this.transactions.enter(em, { companyId: invitation.companyId });
      const company = await em.findOneOrFail(Company, { id: invitation.companyId });
      const { projectId } = invitation;
      const project = projectId === null ? null : await em.findOne(ProjectCopy, { projectId });
      const inviter = await em.findOneOrFail(Person, { id: invitation.invitedBy });
      return inspectedReply(invitation, company, project?.name ?? null, {
        invitedBy: inviter.name,
        known,
        renewable: this.sendings.mailed && invitation.statusAt(new Date()) === 'expired',
      });
    });
  }

  /** A person does something on the page, which no scanner that merely loads it does. */
  async opened(client: string, token: string, language?: Language): Promise<void> {
    await this.limits.take({ of: 'link', key: client });
    return this.byLink.change(token, (_, invitation, generation) =>
      Promise.resolve(invitation.open(generation, new Date(), language)),
    );
  }

  /** Mails a new link to the address of the invitation, for one that works no more. Answered alike whether it was due. */
  async renew(client: string, token: string, language?: Language): Promise<void> {
    await this.limits.take({ of: 'link', key: client });
    return this.byLink.change(token, async (em, invitation, generation) => {
      if (invitation.renew(generation, this.sendings.next(), language)) await this.events.sent(em, invitation);
    });
  }
}
