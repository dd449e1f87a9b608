import { Injectable } from '@nestjs/common';
import { Limits } from '../../limit/limits';
import { Tickets } from './tickets';

/** What becomes of a sending before anybody looks at what it says. */
export type Verdict =
  /** Thanked like everybody, and nothing is stored: whoever built the machine learns nothing. */
  | { readonly is: 'machine' }
  /** Sent sooner than anybody types, but a browser may fill in a form for its owner: the same, sent once more, is let in. */
  | { readonly is: 'hasty' }
  /** The ticket is too old, or none of ours: a fresh one is needed. */
  | { readonly is: 'expired' }
  | { readonly is: 'let_in'; readonly ticketId: string };

/** Keeps machines out, without asking third parties or people to prove anything. */
@Injectable()
export class Gate {
  constructor(
    private readonly limits: Limits,
    private readonly tickets: Tickets,
  ) {}

  /** Counts a sending before any work is done for it. Throws 429. */
  async count(client: string): Promise<void> {
    await this.limits.take({ of: 'capture_address', key: client });
  }

  /** `website` is out of people's sight: only machines fill it in. */
  judge(companyId: string, { website, ticket }: { website?: string | undefined; ticket: string }): Verdict {
    const known = this.tickets.read(companyId, ticket);
    if ((website ?? '').trim() !== '') return { is: 'machine' };
    if (known?.age === 'too_young') return { is: 'hasty' };
    return known?.age === 'good' ? { is: 'let_in', ticketId: known.id } : { is: 'expired' };
  }
}
