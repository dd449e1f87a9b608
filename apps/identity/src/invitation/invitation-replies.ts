import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Invitation as InvitationReply } from '@porchlight/contracts';
import { CONFIG } from '@porchlight/platform';
import type { Config } from '../config';
import { Person } from '../person/person.entity';
import { InvitationLinks } from './invitation-links';
import type { Invitation } from './invitation.entity';
import { invitationReply } from './invitation.mapper';

/** Invitations as builders see them: with the inviter's name and, where no mail goes out, the link to hand over. */
@Injectable()
export class InvitationReplies {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
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
    const useful = !this.config.SMTP_CONFIGURED && invitation.statusAt(new Date()) === 'pending';
    return useful ? this.links.of(invitation) : null;
  }
}
