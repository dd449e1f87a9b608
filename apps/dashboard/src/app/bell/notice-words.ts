import type { Notice, NoticeKind } from '@porchlight/contracts';
import { type IconName } from '../shell/icon';

type Said = Pick<Notice, 'kind' | 'subject' | 'detail'>;

export const noticeIcons: Readonly<Record<NoticeKind, IconName>> = {
  lead_captured: 'lead',
  invitation_accepted: 'check',
  mail_undelivered: 'mail',
};

const sentences: Readonly<Record<NoticeKind, (subject: string) => string>> = {
  lead_captured: (subject) => `New lead: ${subject}`,
  invitation_accepted: (subject) => `${subject} accepted your invitation`,
  mail_undelivered: (subject) => `The mail to ${subject} came back`,
};

/** The sentence of a notice: `New lead: Miller family`. */
export const noticeWords = ({ kind, subject }: Said): string => sentences[kind](subject);

/** Where it is dealt with, as the router takes it; null where it leads nowhere. */
export const noticePlace = ({ leadId, projectId }: Pick<Notice, 'leadId' | 'projectId'>): string[] | null => {
  if (leadId) return ['/leads', leadId];
  return projectId ? ['/projects', projectId, 'settings'] : null;
};
