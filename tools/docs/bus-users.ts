import { busPasswordName, busUsers } from '@porchlight/installation';
import { natsAuthorization } from '@porchlight/messaging';
import type { Document } from './document';

const named = Object.fromEntries(busUsers.map((user) => [user, `$${busPasswordName(user)}`]));

const text = [
  '# Generated from libs/messaging/src/bus/rights.ts by `npm run docs`; `npm test` checks that it is current.',
  // Only an unquoted word is a variable.
  natsAuthorization(named).replace(/"(\$\w+)"/g, '$1'),
].join('\n');

const source = 'libs/messaging/src/bus/rights.ts';

/** The users of NATS with their exact rights, which take their passwords from its environment. Kustomize wants its own. */
export const busUsersOfNats: readonly Document[] = [
  { file: 'deploy/nats/authorization.conf', source, text },
  { file: 'k8s/components/backing/authorization.conf', source, text },
  { file: 'k8s/components/nats-cluster/authorization.conf', source, text },
];
