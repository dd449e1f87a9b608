import { controlReplyPrefix } from '@porchlight/contracts';

/**
 * Whether a reply may go to this subject. The asker chooses it and the answerer's rights carry it there, so anything but
 * an inbox (a stream's subject, the JetStream API) would be the asker acting as the answerer.
 */
export const isReplySubject = (subject: string | undefined): subject is string =>
  subject !== undefined && (subject.startsWith('_INBOX_') || subject.startsWith(controlReplyPrefix));
