import type { Link } from '@porchlight/contracts';
import { showFullDay, showMoment } from '../../words/dates';

type Said = Pick<Link, 'kind' | 'email' | 'endsOn' | 'lastOpenedAt'>;

/** What to do where the newest mail with a link came back; nothing once it was opened since. */
export const lostMail = ({
  undeliveredAt,
  lastOpenedAt,
  email,
}: Pick<Link, 'undeliveredAt' | 'lastOpenedAt' | 'email'>) =>
  undeliveredAt && (!lastOpenedAt || lastOpenedAt < undeliveredAt)
    ? `The mail to ${email ?? 'them'} came back on ${showMoment(undeliveredAt)}. Hand the link over yourself.`
    : null;

/** What there is to know of a link that works: `anna@home.example · last opened 21 Nov, 16:10`. */
export const linkFacts = ({ kind, email, endsOn, lastOpenedAt }: Said): string =>
  [
    kind === 'customer' ? 'made by the customer' : null,
    email,
    lastOpenedAt ? `last opened ${showMoment(lastOpenedAt)}` : 'not opened yet',
    endsOn ? `works until ${showFullDay(endsOn)}` : null,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');

/** How a link that works no more came to its end. */
export const endOfLink = ({ status, endsOn }: Pick<Link, 'status' | 'endsOn'>): string => {
  if (status === 'revoked') return 'revoked';
  return endsOn ? `ran out on ${showFullDay(endsOn)}` : 'ran out';
};

/** What pressing New link does. */
export const rotating = ({ email }: Pick<Link, 'email'>): string =>
  email
    ? `The old link stops working and its open screens close at once. Hand over the new one; whoever asks on the page gets it by mail, at ${email} only.`
    : 'The old link stops working and its open screens close at once. Hand over the new one.';

/** What pressing Revoke does. */
export const revoking =
  'The link stops working and its open screens close at once. Whoever asks for a new one gets none: the bell tells you.';
