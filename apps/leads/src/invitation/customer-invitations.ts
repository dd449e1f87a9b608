import { Injectable } from '@nestjs/common';
import { type AnswerOf, askInviteCustomers, type InvitedContacts } from '@porchlight/contracts';
import { Asks, AskUnavailable } from '@porchlight/messaging';
import { type Caller, Log } from '@porchlight/platform';

interface Customer {
  readonly email: string;
  readonly name: string;
  /** The sending whose mail came back: sent anew although the words are the same. */
  readonly lost?: number;
}
interface Wish {
  readonly projectId: string;
  readonly message: string | null;
}
/** What came of an address. */
export interface Invited {
  readonly invitationId?: string;
  readonly result: Omit<InvitedContacts['results'][number], 'contactId'>;
}
type Answer = AnswerOf<typeof askInviteCustomers>['results'][number];

/** How many identity is asked for at a time: each is a transaction or two there. */
const atOnce = 10;
const timeoutMs = 10_000;

/** Has customers invited by identity, as the caller. */
@Injectable()
export class CustomerInvitations {
  constructor(
    private readonly asks: Asks,
    private readonly log: Log,
  ) {}

  /** What identity said of each, by the address asked for. Of whom it said nothing, nothing stands here. */
  async ask(caller: Caller, wish: Wish, customers: readonly Customer[]): Promise<Map<string, Invited>> {
    const { personId, sid, membershipVersion } = caller;
    const answers = new Map<string, Invited>();
    for (let first = 0; first < customers.length; first += atOnce) {
      const chunk = customers.slice(first, first + atOnce);
      try {
        const question = { caller: { personId, sid, membershipVersion }, ...wish, customers: chunk };
        const { results } = await this.asks.ask(askInviteCustomers, question, { timeoutMs });
        for (const [at, { email }] of chunk.entries()) {
          const answer = results[at];
          if (answer) answers.set(email, invited(answer));
        }
      } catch (error) {
        if (!(error instanceof AskUnavailable)) throw error;
        this.log.warn({ err: error, customers: chunk.length }, 'identity could not be asked to invite');
      }
    }
    return answers;
  }
}

const invited = ({ id, status, acceptUrl, error }: Answer): Invited => {
  if (status === 'refused' || id === undefined) return { result: { status: 'refused', ...(error && { error }) } };
  return { invitationId: id, result: { status: 'invited', ...(acceptUrl !== undefined && { acceptUrl }) } };
};
