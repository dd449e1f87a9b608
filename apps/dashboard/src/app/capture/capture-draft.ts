import { applyEach, maxLength, required, schema, validate } from '@angular/forms/signals';
import type { CaptureForm, ChangeCaptureForm, FieldUse } from '@porchlight/contracts';
import { faultOfSlug, slugOf } from './slug';

export interface QuestionDraft {
  label: string;
  required: boolean;
}

/** The public form as its settings hold it. */
export interface CaptureDraft {
  enabled: boolean;
  slug: string;
  heading: string;
  introduction: string;
  thanks: string;
  /** One a line. */
  projectTypes: string;
  fields: Record<CaptureField, FieldUse>;
  questions: QuestionDraft[];
}
export type CaptureField = keyof CaptureForm['fields'];

export const mostQuestions = 5;
const mostTypes = 20;

export const captureDraft = (form: CaptureForm): CaptureDraft => ({
  enabled: form.enabled,
  slug: form.slug,
  heading: form.heading,
  introduction: form.introduction,
  thanks: form.thanks,
  projectTypes: form.projectTypes.join('\n'),
  fields: { ...form.fields },
  questions: form.questions.map((question) => ({ ...question })),
});

/** The lines of a text that say something, each once. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** `refusalOf`: why the service has refused an address before. */
export const captureRules = (refusalOf: (slug: string) => string | undefined) =>
  schema<CaptureDraft>((path) => {
    validate(path.slug, ({ value }) => {
      const fault = faultOfSlug(value()) ?? refusalOf(slugOf(value()));
      return fault ? { kind: 'slug', message: fault } : null;
    });
    required(path.heading, { message: 'Enter a heading' });
    maxLength(path.heading, 120, { message: 'Use at most 120 characters' });
    maxLength(path.introduction, 1000, { message: 'Use at most 1,000 characters' });
    maxLength(path.thanks, 1000, { message: 'Use at most 1,000 characters' });
    validate(path.projectTypes, ({ value }) => faultOfTypes(linesOf(value())));
    applyEach(path.questions, (question) => {
      validate(question.label, ({ value }) =>
        value().trim() ? null : { kind: 'required', message: 'Enter the question, or remove it' },
      );
      maxLength(question.label, 160, { message: 'Use at most 160 characters' });
    });
  });

/** Why the service refuses an address, by its codes. */
export const slugRefusals: Readonly<Record<string, string>> = {
  slug_taken: 'Another form has that address. Choose another one',
  too_many_slugs: 'This form has had 20 addresses and keeps them all. Take one of those',
};

function faultOfTypes(types: readonly string[]): { kind: string; message: string } | null {
  if (types.length > mostTypes) return { kind: 'max', message: `Name at most ${mostTypes}` };
  const long = types.find((type) => type.length > 120);
  return long ? { kind: 'maxLength', message: `“${long.slice(0, 24)}…” is too long: 120 characters at most` } : null;
}

export const wantedOf = (draft: CaptureDraft): ChangeCaptureForm => ({
  enabled: draft.enabled,
  slug: slugOf(draft.slug),
  heading: draft.heading.trim(),
  introduction: draft.introduction.trim(),
  thanks: draft.thanks.trim(),
  projectTypes: linesOf(draft.projectTypes),
  fields: { ...draft.fields },
  questions: draft.questions.map(({ label, required: must }) => ({ label: label.trim(), required: must })),
});

/** `list` with what stands at `from` moved to `to`; the same when either is outside. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  if (to < 0 || to >= list.length) return rest;
  const [item] = rest.splice(from, 1);
  if (item !== undefined) rest.splice(to, 0, item);
  return rest;
}
