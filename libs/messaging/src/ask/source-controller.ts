import { Controller, type Type } from '@nestjs/common';
import { askSubject, eventCatalogue, type EventDefinition, type ServiceName } from '@porchlight/contracts';
import { AnswerOn } from './answer';
import {
  occurrencesQuestion,
  stateQuestion,
  versionsQuestion,
  type OccurrencesAnswer,
  type OccurrencesQuestion,
  type StateAnswer,
  type StateQuestion,
  type VersionsAnswer,
  type VersionsQuestion,
} from './event-questions';
import { EventSource } from './event-source';

/** The controller through which a service answers for all events it owns. */
export const sourceController = (service: ServiceName): Type<unknown> => {
  const subjects = (kind: EventDefinition['kind'], what: Parameters<typeof askSubject>[1]): string[] => {
    const owned = eventCatalogue.filter((event) => event.producer === service && event.kind === kind);
    return [...new Set(owned.map((event) => askSubject(event, what)))];
  };

  @Controller()
  class SourceController {
    constructor(private readonly source: EventSource) {}

    @AnswerOn(subjects('state', 'state'), stateQuestion)
    state(question: StateQuestion): Promise<StateAnswer> {
      return this.source.state(question);
    }

    @AnswerOn(subjects('state', 'versions'), versionsQuestion)
    versions(question: VersionsQuestion): Promise<VersionsAnswer> {
      return this.source.versions(question);
    }

    @AnswerOn(subjects('occurrence', 'occurrences'), occurrencesQuestion)
    occurrences(question: OccurrencesQuestion): Promise<OccurrencesAnswer> {
      return this.source.occurrences(question);
    }
  }
  return SourceController;
};
