import { Inject, Injectable } from '@nestjs/common';
import { type Bound, CONFIG, RateLimits, Transactions } from '@porchlight/platform';
import type { Config } from '../config';

const hour = 3_600;

/** What is bounded, each with what one bucket of it stands for. */
const boundsOf = (config: Config) =>
  ({
    /** A client address; first, so that one flooder uses up nobody else's. */
    link_request_network: { points: config.LIMIT_LINK_REQUESTS_NETWORK, seconds: hour },
    /** A project, real or made up. */
    link_request_project: { points: config.LIMIT_LINK_REQUESTS_PROJECT, seconds: hour },
    /** An e-mail address at one project: whoever floods somebody elsewhere keeps them from nothing here. */
    link_request_email: { points: config.LIMIT_LINK_REQUESTS_EMAIL, seconds: hour },
  }) as const satisfies Record<string, Bound>;

type BoundName = keyof ReturnType<typeof boundsOf>;

/** Bounds how often a new way in is asked for; counted before anything is looked up, so that a refusal tells nothing. */
@Injectable()
export class LinkRequestLimits extends RateLimits<BoundName> {
  constructor(@Inject(CONFIG) config: Config, transactions: Transactions) {
    super(boundsOf(config), config.TOKEN_KEYS, transactions);
  }
}
