import type { InvitationWords } from './invitation.words';

const quoted = (message: string): string =>
  message
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** The text part: the same words for who reads mail without HTML. */
export const invitationText = (words: InvitationWords, acceptUrl: string): string =>
  [
    words.heading,
    words.introduction,
    words.message === null ? null : quoted(words.message),
    `Accept Invitation:\n${acceptUrl}`,
    words.expiry,
    words.contact === null ? null : `Questions? ${words.contact}`,
    words.why,
  ]
    .filter((paragraph) => paragraph !== null)
    .join('\n\n') + '\n';
