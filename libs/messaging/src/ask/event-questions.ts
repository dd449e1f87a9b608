import { z } from 'zod';
import {
  askSubject,
  envelopeSchema,
  idSchema,
  instantSchema,
  type AskDefinition,
  type EventDefinition,
} from '@porchlight/contracts';

const page = z.object({ type: z.string(), after: z.string().nullable() });

/** The newest envelope of one aggregate's state. */
export const stateQuestion = {
  question: z.object({ type: z.string(), aggregateId: idSchema }),
  answer: z.object({ envelope: envelopeSchema.nullable() }),
};

/** A page of the versions of all aggregates, or of those changed since an instant. */
export const versionsQuestion = {
  question: page.extend({ since: instantSchema.nullable() }),
  answer: z.object({
    /** `[aggregate id, version]`, in the order of ids. */
    versions: z.array(z.tuple([idSchema, z.int().positive()])),
    next: z.string().nullable(),
    /** The owner's clock when it looked. */
    at: instantSchema,
  }),
};

/** A page of the ids of what happened since an instant, or the envelopes of some of them. */
export const occurrencesQuestion = {
  question: z.union([
    page.extend({ since: instantSchema }),
    z.object({ type: z.string(), ids: z.array(idSchema).max(50) }),
  ]),
  answer: z.object({
    ids: z.array(idSchema),
    envelopes: z.array(envelopeSchema),
    next: z.string().nullable(),
    at: instantSchema,
  }),
};

export type StateQuestion = z.infer<typeof stateQuestion.question>;
export type StateAnswer = z.infer<typeof stateQuestion.answer>;
export type VersionsQuestion = z.infer<typeof versionsQuestion.question>;
export type VersionsAnswer = z.infer<typeof versionsQuestion.answer>;
export type OccurrencesQuestion = z.infer<typeof occurrencesQuestion.question>;
export type OccurrencesAnswer = z.infer<typeof occurrencesQuestion.answer>;

export const askState = (event: EventDefinition): AskDefinition<StateQuestion, StateAnswer> => ({
  subject: askSubject(event, 'state'),
  ...stateQuestion,
});

export const askVersions = (event: EventDefinition): AskDefinition<VersionsQuestion, VersionsAnswer> => ({
  subject: askSubject(event, 'versions'),
  ...versionsQuestion,
});

export const askOccurrences = (event: EventDefinition): AskDefinition<OccurrencesQuestion, OccurrencesAnswer> => ({
  subject: askSubject(event, 'occurrences'),
  ...occurrencesQuestion,
});
