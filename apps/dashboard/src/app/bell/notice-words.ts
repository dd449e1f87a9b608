import type { Notice, NoticeKind } from '@porchlight/contracts';
import { type IconName } from '../shell/icon';

type Said = Pick<Notice, 'kind' | 'subject' | 'detail'>;

export const noticeIcons: Readonly<Record<NoticeKind, IconName>> = {
  lead_captured: 'lead',
  invitation_accepted: 'check',
  mail_undelivered: 'mail',
  link_renewed: 'link',
  link_asked_revoked: 'link',
  link_asked_removed: 'link',
  link_asked_unmailed: 'link',
  link_asked_ended: 'link',
  link_undelivered: 'mail',
};

const sentences: Readonly<Record<NoticeKind, (subject: string) => string>> = {
  lead_captured: (subject) => `New lead: ${subject}`,
  invitation_accepted: (subject) => `${subject} accepted your invitation`,
  mail_undelivered: (subject) => `The mail to ${subject} came back`,
  link_renewed: (subject) => `${subject} asked for a new link: theirs had run out, and works for 14 more days`,
  link_asked_revoked: (subject) => `${subject} asked for a new link; theirs was revoked, so none was sent`,
  link_asked_removed: (subject) => `${subject} asked for a new link; you removed them, so none was sent`,
  link_asked_unmailed: (subject) => `${subject} asked for a new link; no mail server is set up, so hand it to them`,
  link_asked_ended: (subject) =>
    `${subject} asked for a new link; theirs ran out before the mail could go, so none was sent`,
  link_undelivered: (subject) => `The mail with the link for ${subject} came back, so hand it to them`,
};

/** The sentence of a notice: `New lead: Miller family`. */
export const noticeWords = ({ kind, subject }: Said): string => sentences[kind](subject);

/** Where it is dealt with, as the router takes it; null where it leads nowhere. */
export const noticePlace = ({ leadId, projectId }: Pick<Notice, 'leadId' | 'projectId'>): string[] | null => {
  if (leadId) return ['/leads', leadId];
  return projectId ? ['/projects', projectId, 'settings'] : null;
};
