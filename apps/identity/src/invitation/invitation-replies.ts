import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Invitation as InvitationReply } from '@porchlight/contracts';
import { Person } from '../person/person.entity';
import { InvitationLinks } from './invitation-links';
import type { Invitation } from './invitation.entity';
import { invitationReply } from './invitation.mapper';
import { Sendings } from './sendings';

/** Invitations as builders see them: with the inviter's name and, where no mail goes out, the link to hand over. */
@Injectable()
export class InvitationReplies {
  constructor(
    private readonly sendings: Sendings,
    private readonly links: InvitationLinks,
  ) {}

  async many(em: EntityManager, invitations: readonly Invitation[]): Promise<InvitationReply[]> {
    const inviters = await em.find(Person, { id: { $in: invitations.map(({ invitedBy }) => invitedBy) } });
    const names = new Map(inviters.map(({ id, name }) => [id, name]));
    return invitations.map((invitation) =>
      invitationReply(invitation, names.get(invitation.invitedBy) ?? '', this.linkToCopy(invitation)),
    );
  }

  async one(em: EntityManager, invitation: Invitation): Promise<InvitationReply> {
    const inviter = await em.findOneOrFail(Person, { id: invitation.invitedBy });
    return invitationReply(invitation, inviter.name, this.linkToCopy(invitation));
  }

  private linkToCopy(invitation: Invitation): string | null {
    // A link that was mailed is never shown: that it is used proves who reads the mailbox.
    const toCopy = !this.sendings.mailed && !invitation.mailed && invitation.statusAt(new Date()) === 'pending';
    return toCopy ? this.links.of(invitation) : null;
  }
}
