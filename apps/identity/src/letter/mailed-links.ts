import { Inject, Injectable } from '@nestjs/common';
import { CapabilityTokens, CONFIG, problems } from '@porchlight/platform';
import type { Config } from '../config';

const pages = { 'password-reset': 'reset-password', 'email-confirmation': 'confirm-email' } as const;
/** What a mailed link is for. */
export type LinkPurpose = keyof typeof pages;

/** Each request has one link: there is no second sending of it. */
const generation = 1;

/** Makes and reads the links that are mailed about an account; nothing of them is stored. */
@Injectable()
export class MailedLinks {
  private readonly origin: string;
  private readonly tokens: Readonly<Record<LinkPurpose, CapabilityTokens>>;

  constructor(@Inject(CONFIG) { PUBLIC_ORIGINS, TOKEN_KEYS }: Config) {
    this.origin = PUBLIC_ORIGINS[0] ?? '';
    this.tokens = {
      'password-reset': new CapabilityTokens(TOKEN_KEYS, 'password-reset'),
      'email-confirmation': new CapabilityTokens(TOKEN_KEYS, 'email-confirmation'),
    };
  }

  /** The link of a request, its token in the fragment, which no server or log ever sees. */
  of(purpose: LinkPurpose, id: string): string {
    return `${this.origin}/${pages[purpose]}#${this.tokens[purpose].mint({ id, generation })}`;
  }

  /** A page of the dashboard with the e-mail filled in; `to`: the path that it leads on to. */
  page(name: 'sign-in' | 'forgot-password', email: string, to?: string): string {
    const query = new URLSearchParams({ email, ...(to !== undefined && { to }) });
    return `${this.origin}/${name}?${query.toString()}`;
  }

  /** The request that a token names; 404 for what was not minted for this purpose. */
  read(purpose: LinkPurpose, token: string): string {
    const named = this.tokens[purpose].read(token);
    if (named?.generation !== generation) throw problems.notFound('link');
    return named.id;
  }
}
