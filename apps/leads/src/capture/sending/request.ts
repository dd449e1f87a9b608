import { createHash } from 'node:crypto';
import type { CaptureForm } from '../form/capture-form.entity';
import type { Filled } from './faults';

/** What a lead is called after where nobody said what is to be built. */
const unnamedProject = 'Project';
export const websiteForm = 'Website form';

/** What a visitor asks of a company: only what its form has fields for. */
export interface Request {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly siteAddress: string | null;
  readonly projectType: string;
  readonly source: string;
  readonly notes: string | null;
}

const withAnswers = ({ questions }: CaptureForm, answers: readonly string[]): string[] =>
  questions.flatMap(({ label }, at) => (answers[at] ? [`${label}\n${answers[at]}`] : []));

export const requestOf = (form: CaptureForm, filled: Filled): Request => {
  const asked = (field: keyof CaptureForm['fields']): string | null =>
    (form.fields[field] === 'off' ? null : filled[field]) || null;
  const notes = [asked('message'), ...withAnswers(form, filled.answers ?? [])].filter((part) => part !== null);
  return {
    name: filled.name,
    email: filled.email,
    phone: asked('phone'),
    siteAddress: asked('siteAddress'),
    projectType: asked('projectType') ?? unnamedProject,
    source: asked('source') ?? websiteForm,
    notes: notes.join('\n\n') || null,
  };
};

/** The same for the same words, so that a form sent again can be told from one that was changed and sent. */
export const digestOf = ({ name, email, phone, siteAddress, projectType, source, notes }: Request): string =>
  createHash('sha256')
    .update(JSON.stringify([name, email, phone, siteAddress, projectType, source, notes]))
    .digest('base64url');
