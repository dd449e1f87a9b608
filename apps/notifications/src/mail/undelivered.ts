import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { controlSubjects, mailUndeliveredV1, undeliveredLinkReplySchema } from '@porchlight/contracts';
import { Bus, Outbox } from '@porchlight/messaging';
import { NoticeBoard } from '../notice/notice.board';
import type { Mail } from './mail.entity';
import type { MailKind } from './mail-kind';
import type { About } from './smtp';

const patienceMs = 5_000;

/** Tells that a mail will never arrive: whoever shows its state, and the staff by the bell. None of it names an address. */
@Injectable()
export class Undelivered {
  constructor(
    private readonly outbox: Outbox,
    private readonly board: NoticeBoard,
    private readonly bus: Bus,
  ) {}

  /** In the transaction that gives the mail up. `about`: what the bell says, where the mail came to be written. */
  async tell(em: EntityManager, mail: Mail, about: About | undefined): Promise<void> {
    const { companyId, kind, reference, generation } = mail;
    if (companyId === null) return;
    if (kind === 'invitation') await this.tellOfInvitation(em, companyId, mail);
    if (about && (kind === 'portal_link' || kind === 'portal_link_renewed')) await this.tellOfLink(reference);
    const said = about ?? unwritten[kind];
    if (said) await this.board.tell(em, companyId, { reference, generation, ...said });
  }

  private tellOfInvitation(em: EntityManager, companyId: string, { reference, generation }: Mail): Promise<void> {
    return this.outbox.add(em, mailUndeliveredV1, {
      companyId,
      aggregateId: reference,
      aggregateVersion: generation,
      data: { companyId, kind: 'invitation', reference, generation },
    });
  }

  /** To a gateway, which keeps the links and reads no stream of ours. Throws while none answers: the mail is tried again then. */
  private async tellOfLink(linkId: string): Promise<void> {
    const answer = await this.bus.request(controlSubjects.portalLinkUndelivered, { linkId }, patienceMs);
    undeliveredLinkReplySchema.parse(answer);
  }
}

const nobodyNamed = { detail: null, projectId: null };
const asker = 'somebody who asked';
const link: About = { kind: 'link_undelivered', subject: asker, ...nobodyNamed };
/** Of a mail whose words could not be fetched in four days; of the other kinds the staff is told nothing. */
const unwritten: Partial<Record<MailKind, About>> = {
  invitation: { kind: 'mail_undelivered', subject: 'somebody invited', ...nobodyNamed },
  portal_link: link,
  portal_link_renewed: link,
  portal_sign_in: { kind: 'mail_undelivered', subject: asker, ...nobodyNamed },
};
