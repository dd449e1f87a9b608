import Sequencer from '@jest/test-sequencer';

/** Specs that take long, longest first. Begun last, the longest would run alone while the other workers have nothing left. */
const long = [
  'apps/e2e/src/tenants/matrix',
  'apps/notifications/src/notice/bell',
  'apps/e2e/src/attacks/attacks',
  'apps/notifications/src/mail/mail',
  'apps/leads/src/invitation/contacts',
  'apps/e2e/src/access/revocation',
  'apps/e2e/src/privacy/seeded-leaks',
  'libs/messaging/src/consume/delivery',
  'apps/portal-gateway/src/facts',
  'apps/notifications/src/mail/inert',
  'apps/portal-gateway/src/live/revocation',
];
const place = ({ path }) => {
  const found = long.findIndex((name) => path.endsWith(`${name}.integration.spec.ts`));
  return found < 0 ? long.length : found;
};

/** The order of specs on a machine that never ran them; where it did, Jest knows better how long each takes. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration)
      ? sorted
      : [...sorted].sort((one, other) => place(one) - place(other));
  }
}
