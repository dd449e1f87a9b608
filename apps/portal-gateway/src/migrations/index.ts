import { Initial20261121 } from './initial-20261121';
import { LinkRequests20261122 } from './link-requests-20261122';
import { MailedLinks20261122 } from './mailed-links-20261122';

/** In the order in which they run. */
export const migrations = [Initial20261121, LinkRequests20261122, MailedLinks20261122];
