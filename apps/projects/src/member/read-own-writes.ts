import { Injectable } from '@nestjs/common';
import {
  companyChangedV1,
  invitationChangedV1,
  membershipChangedV1,
  type EventDefinition,
} from '@porchlight/contracts';
import { States } from '@porchlight/messaging';
import { problems, type ProblemError } from '@porchlight/platform';

/** A use case met a gap in what this service copies from others. `otherwise` is its answer if the owner knows no more. */
export class NotKnownHere extends Error {
  constructor(
    readonly event: EventDefinition,
    readonly aggregateId: string,
    readonly otherwise: ProblemError,
  ) {
    super(`no current copy of ${event.type} ${aggregateId}`);
  }
}

export const companyNotKnownHere = (companyId: string): NotKnownHere =>
  new NotKnownHere(companyChangedV1, companyId, problems.unavailable('The company is still being set up.'));

export const membershipsNotKnownHere = (personId: string, otherwise: ProblemError): NotKnownHere =>
  new NotKnownHere(membershipChangedV1, personId, otherwise);

export const invitationNotKnownHere = (invitationId: string, otherwise: ProblemError): NotKnownHere =>
  new NotKnownHere(invitationChangedV1, invitationId, otherwise);

/** A local miss is never the answer: the owner is asked once for each gap, then the use case starts over. */
@Injectable()
export class ReadOwnWrites {
  constructor(private readonly states: States) {}

  async run<T>(useCase: () => Promise<T>): Promise<T> {
    const asked = new Set<string>();
    for (;;) {
      try {
        return await useCase();
      } catch (error) {
        if (!(error instanceof NotKnownHere)) throw error;
        const gap = `${error.event.type} ${error.aggregateId}`;
        if (asked.has(gap)) throw error.otherwise;
        asked.add(gap);
        await this.states.fetch(error.event, error.aggregateId);
      }
    }
  }
}
