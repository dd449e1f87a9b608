import { Injectable } from '@nestjs/common';
import { companyChangedV1, invitationChangedV1, membershipChangedV1 } from '@porchlight/contracts';
import { AskedCopies, CopyBehind, States } from '@porchlight/messaging';
import { problems, type ProblemError } from '@porchlight/platform';

export const companyNotKnownHere = (companyId: string): CopyBehind =>
  new CopyBehind(companyChangedV1, companyId, problems.unavailable('The company is still being set up.'));

export const membershipsNotKnownHere = (personId: string, otherwise: ProblemError): CopyBehind =>
  new CopyBehind(membershipChangedV1, personId, otherwise);

export const invitationNotKnownHere = (invitationId: string, otherwise: ProblemError): CopyBehind =>
  new CopyBehind(invitationChangedV1, invitationId, otherwise);

/** A local miss is never the answer: the owner is asked once for each gap, then the use case starts over. */
@Injectable()
export class ReadOwnWrites {
  constructor(private readonly states: States) {}

  run<T>(useCase: () => Promise<T>): Promise<T> {
    return new AskedCopies().around(useCase, ({ event, aggregateId }) => this.states.fetch(event, aggregateId));
  }
}
