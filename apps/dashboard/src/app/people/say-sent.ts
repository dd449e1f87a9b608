/** What there is to say of invitations that were made; `byHand`: nobody mails them. */
export function saySent(emails: readonly string[], byHand: boolean): string {
  const [only = ''] = emails;
  const who = emails.length === 1 ? only : `${emails.length} people`;
  const verb = emails.length === 1 ? 'is' : 'are';
  if (byHand)
    return `${who} ${verb} invited. No mail server is set up: hand over the link${emails.length === 1 ? '' : 's'} below.`;
  return emails.length === 1
    ? `The invitation is on its way to ${who}.`
    : `${emails.length} invitations are on their way.`;
}
