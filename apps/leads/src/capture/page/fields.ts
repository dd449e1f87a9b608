import type { CaptureForm } from '../form/capture-form.entity';
import type { Fault } from '../sending/faults';
import { type FieldName, hints, labels, sentenceOf, words } from './page.words';
import { answerName, type Typed } from './typed';

/** A field as the template writes it. Everything is said, for a template looks for what is not in what is around it. */
export interface FieldView {
  readonly id: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly hint: string | null;
  readonly error: string | null;
  readonly describedBy: string | null;
  readonly value: string;
  readonly line: { type: string; autocomplete: string; mode: string | null } | null;
  readonly rows: number | null;
  readonly hasChoices: boolean;
  readonly choices: { value: string; isChosen: boolean }[];
}

interface Asked {
  readonly name: string;
  readonly path: string;
  readonly label: string;
  readonly hint: string | null;
  readonly isOptional: boolean;
  readonly line?: FieldView['line'];
  readonly rows?: number;
  readonly choices?: readonly string[];
}

/** How each is typed (HTML, "Autofill"): one line, unless it has rows or is chosen from a list. */
const lines: Record<Exclude<FieldName, 'message'>, NonNullable<FieldView['line']>> = {
  name: { type: 'text', autocomplete: 'name', mode: null },
  email: { type: 'email', autocomplete: 'email', mode: 'email' },
  phone: { type: 'tel', autocomplete: 'tel', mode: 'tel' },
  siteAddress: { type: 'text', autocomplete: 'address-line1', mode: null },
  projectType: { type: 'text', autocomplete: 'off', mode: null },
  source: { type: 'text', autocomplete: 'off', mode: null },
};

const always = (name: 'name' | 'email'): Asked => ({
  name,
  path: name,
  label: labels[name],
  hint: null,
  isOptional: false,
  line: lines[name],
});

const wished = (form: CaptureForm, name: keyof CaptureForm['fields']): Asked[] => {
  const use = form.fields[name];
  if (use === 'off') return [];
  const asked = { name, path: name, label: labels[name], hint: hints[name] ?? null, isOptional: use === 'optional' };
  if (name === 'message') return [{ ...asked, rows: 6 }];
  if (name === 'projectType' && form.projectTypes.length > 0) return [{ ...asked, choices: form.projectTypes }];
  return [{ ...asked, line: lines[name] }];
};

/** The fields of a form in their order. */
const askedBy = (form: CaptureForm): Asked[] => [
  always('name'),
  always('email'),
  ...wished(form, 'phone'),
  ...wished(form, 'siteAddress'),
  ...wished(form, 'projectType'),
  ...wished(form, 'message'),
  ...form.questions.map(({ label, required }, at) => ({
    name: answerName(at),
    path: `answers.${at}`,
    label,
    hint: null,
    isOptional: !required,
    rows: 3,
  })),
  ...wished(form, 'source'),
];

const viewOf = (asked: Asked, value: string, fault: Fault | undefined): FieldView => {
  const { name, label, hint, isOptional, line = null, rows = null, choices = [] } = asked;
  const error = fault ? sentenceOf(fault, label) : null;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter((id) => id !== null);
  return {
    id: name,
    label,
    isOptional,
    hint,
    error,
    describedBy: described.join(' ') || null,
    value,
    line,
    rows,
    hasChoices: choices.length > 0,
    choices: choices.map((choice) => ({ value: choice, isChosen: choice === value })),
  };
};

export const fieldsOf = (form: CaptureForm, typed: Typed | null, faults: readonly Fault[]): FieldView[] =>
  askedBy(form).map((asked) =>
    viewOf(
      asked,
      typed?.values[asked.name] ?? '',
      faults.find(({ path }) => path === asked.path),
    ),
  );

/** What is wrong with no field that is on the page. */
export const otherFaults = (form: CaptureForm, faults: readonly Fault[]): string[] => {
  const shown = new Set(askedBy(form).map(({ path }) => path));
  return [
    ...new Set(faults.filter(({ path }) => !shown.has(path)).map((fault) => sentenceOf(fault, words.leaveEmpty))),
  ];
};
