import type { Refusal } from '../api/refusal';
import { waitWords } from '../words/wait';

export const failures = {
  unreachable: 'Porchlight cannot be reached at the moment. Check your connection and try again.',
  ours: (id: string) => `Something went wrong on our side (${id}).`,
  tooOften: (seconds: number | null) => `That was tried too often. Wait ${waitWords(seconds)} and try again.`,
  /** The services say why in English. */
  refused: ({ message }: Refusal) => message,
  other: 'Something went wrong. Try again.',
  missing: (what: string) => `There is no such ${what}, or it is not yours to see.`,
  again: 'Try again',
  kept: 'What you typed is still here.',
  /** What a service finds wrong with one field. */
  field: (message: string) => message.charAt(0).toUpperCase() + message.slice(1),
  fields: (faults: readonly { path: string; message: string }[]) =>
    faults.map(({ path, message }) => `${path} ${message}`).join('; '),
};

/** What is said when something fails. Another language is another set of this shape. */
export type Failures = typeof failures;
