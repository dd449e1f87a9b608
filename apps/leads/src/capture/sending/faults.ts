import type { Capture } from '@porchlight/contracts';
import type { z } from 'zod';
import type { CaptureForm } from '../form/capture-form.entity';

/** What people fill in, without what keeps machines out. */
export type Filled = Omit<Capture, 'ticket' | 'website'>;

/** What is wrong with what was typed into a field; `path` as in `captureSchema`, e.g. `email` or `answers.0`. */
export interface Fault {
  readonly path: string;
  readonly is: 'missing' | 'too_long' | 'no_text' | 'no_email' | 'not_listed' | 'twice' | 'too_many';
  /** With `too_long`. */
  readonly max?: number;
}

/** The fault behind an issue of `captureSchema`. */
export const faultOf = (issue: z.core.$ZodIssue): Fault => {
  const path = issue.path.join('.');
  if (issue.code === 'too_big') return { path, is: 'too_long', max: Number(issue.maximum) };
  if (issue.code === 'invalid_format') return { path, is: issue.format === 'email' ? 'no_email' : 'no_text' };
  return { path, is: 'missing' };
};

const optionalFields = ['phone', 'siteAddress', 'projectType', 'message', 'source'] as const;

/** What this form asks for and did not get, or cannot take. */
export const faultsFor = (
  form: CaptureForm,
  filled: { readonly [Field in keyof Filled]?: Filled[Field] | undefined },
): Fault[] => {
  const answers = filled.answers ?? [];
  return [
    ...optionalFields
      .filter((field) => form.fields[field] === 'required' && !filled[field])
      .map((path): Fault => ({ path, is: 'missing' })),
    ...(isListed(form, filled.projectType) ? [] : [{ path: 'projectType', is: 'not_listed' } as const]),
    ...form.questions.flatMap(({ required }, at): Fault[] =>
      required && !answers[at] ? [{ path: `answers.${at}`, is: 'missing' }] : [],
    ),
    ...(answers.length > form.questions.length ? [{ path: 'answers', is: 'too_many' } as const] : []),
  ];
};

const isListed = ({ fields, projectTypes }: CaptureForm, type: string | undefined): boolean =>
  type === undefined || fields.projectType === 'off' || projectTypes.length === 0 || projectTypes.includes(type);

/** For forms of others' own: the phrases of the API. */
export const phraseOf = ({ is }: Fault): string =>
  ({
    missing: 'is asked for by this form',
    too_long: 'is too long',
    no_text: 'has characters that cannot be typed',
    no_email: 'is no e-mail address',
    not_listed: 'is none of those to choose from',
    twice: 'stands there more than once',
    too_many: 'has more answers than the form has questions',
  })[is];
