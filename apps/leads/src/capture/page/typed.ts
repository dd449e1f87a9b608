import { captureSchema } from '@porchlight/contracts';
import { ProblemError } from '@porchlight/platform';
import type { CaptureForm } from '../form/capture-form.entity';
import { type Fault, type Filled, faultOf, faultsFor } from '../sending/faults';

const filledSchema = captureSchema.omit({ ticket: true, website: true });
const mostQuestions = 5;
export const answerName = (at: number): string => `answer${at}`;

/** Every name that a form of ours may send, whether this one asks for it or not: settings change while people type. */
const ours: ReadonlySet<string> = new Set([
  ...['name', 'email', 'phone', 'siteAddress', 'projectType', 'message', 'source', 'website', 'ticket'],
  ...Array.from({ length: mostQuestions }, (_, at) => answerName(at)),
]);

/** What a browser sent, as text by name. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly twice: readonly string[];
  readonly hasUnknown: boolean;
}

const unreadable = () => new ProblemError('unsupported_media_type', 415, 'The form is sent as a browser sends it.');
const formType = /^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Reads a body as it came. Throws 415 for anything that is no form in UTF-8. */
export const readTyped = (contentType: string | undefined, body: unknown): Typed => {
  if (!formType.test(contentType ?? '') || !Buffer.isBuffer(body)) throw unreadable();
  // Bytes that are no UTF-8 become U+FFFD here, and are told of with the field they stand in.
  const sent = new URLSearchParams(body.toString('utf8'));
  const names = [...new Set(sent.keys())];
  const known = names.filter((name) => ours.has(name));
  return {
    values: Object.fromEntries(known.map((name) => [name, sent.get(name) ?? ''])),
    twice: known.filter((name) => sent.getAll(name).length > 1),
    hasUnknown: known.length < names.length,
  };
};

const pathOf = (name: string): string => name.replace(/^answer(\d)$/, 'answers.$1');

const faultsOfText = ({ values, twice }: Typed): Fault[] => [
  ...twice.map((name): Fault => ({ path: pathOf(name), is: 'twice' })),
  ...Object.entries(values)
    .filter(([, value]) => value.includes('\uFFFD'))
    .map(([name]): Fault => ({ path: pathOf(name), is: 'no_text' })),
];

/** One fault a field: the first says enough. */
const firstOfEach = (faults: readonly Fault[]): Fault[] =>
  faults.filter(({ path }, at) => faults.findIndex((other) => other.path === path) === at);

/** What was typed as a request, or what is wrong with it. */
export const captureOf = (form: CaptureForm, typed: Typed): { filled: Filled | null; faults: Fault[] } => {
  const written = (name: string): string | undefined => (typed.values[name]?.trim() ? typed.values[name] : undefined);
  const input = {
    name: written('name'),
    email: written('email'),
    phone: written('phone'),
    siteAddress: written('siteAddress'),
    projectType: written('projectType')?.trim(),
    message: written('message'),
    source: written('source'),
    answers: form.questions.map((_, at) => written(answerName(at)) ?? ''),
  };
  const parsed = filledSchema.safeParse(input);
  const faults = firstOfEach([
    ...faultsOfText(typed),
    ...(parsed.success ? [] : parsed.error.issues.map(faultOf)),
    ...faultsFor(form, input),
  ]);
  return { filled: parsed.success && faults.length === 0 ? parsed.data : null, faults };
};
