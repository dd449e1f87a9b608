import { Injectable } from '@nestjs/common';
import type { DataOf, LinkRequestOutcome, linkRequestedV1, NoticeKind } from '@porchlight/contracts';
import type { MailKind, MailOrder } from '../mail/mail-kind';
import type { News } from '../notice/notice.entity';

type Requested = DataOf<typeof linkRequestedV1>;

const minute = 60_000;
/** Who asks again within it gets no second mail… */
const mailTurn = 10 * minute;
/** …and the builder hears of it once a day. */
const newsTurn = 24 * 60 * minute;
const turnOf = (askedAt: string, turn: number): number => Math.floor(Date.parse(askedAt) / turn);

const mails: Partial<Record<LinkRequestOutcome, MailKind>> = {
  link: 'portal_link',
  renewed_link: 'portal_link_renewed',
  sign_in: 'portal_sign_in',
};
const notices: Partial<Record<LinkRequestOutcome, NoticeKind>> = {
  renewed_link: 'link_renewed',
  revoked: 'link_asked_revoked',
  removed: 'link_asked_removed',
  unmailed: 'link_asked_unmailed',
};

/** What is done about somebody who asked for a new way into a portal. */
@Injectable()
export class RequestedLinks {
  mailFor({ outcome, reference, askedAt, generation = 0, language }: Requested): MailOrder | null {
    const kind = mails[outcome];
    return kind === undefined
      ? null
      : { kind, reference, generation: turnOf(askedAt, mailTurn) * 100 + (generation % 100), language };
  }

  newsOf({ outcome, reference, askedAt, who, projectName, projectId }: Requested): News | null {
    const kind = notices[outcome];
    if (kind === undefined) return null;
    const generation = turnOf(askedAt, newsTurn);
    return { kind, reference, generation, subject: who, detail: projectName, projectId };
  }
}
