import { problems } from '@porchlight/platform';

export const memberErrors = {
  notFound: () => problems.notFound('member'),
  lastOwner: () =>
    problems.conflict('last_owner', 'A company keeps at least one owner. Make somebody else an owner first.'),
};
