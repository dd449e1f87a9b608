import { natsAuthorization } from '@porchlight/messaging';
import { busPasswordName, busUsers } from '@porchlight/testing';
import type { Document } from './document';

const named = Object.fromEntries(busUsers.map((user) => [user, `$${busPasswordName(user)}`]));

/** The users of NATS with their exact rights; it takes the passwords from its environment. */
export const busUsersOfNats: Document = {
  file: 'deploy/nats/authorization.conf',
  source: 'libs/messaging/src/bus/rights.ts',
  text: [
    '# Generated from libs/messaging/src/bus/rights.ts by `npm run docs`; `npm test` checks that it is current.',
    // Only an unquoted word is a variable.
    natsAuthorization(named).replace(/"(\$\w+)"/g, '$1'),
  ].join('\n'),
};
