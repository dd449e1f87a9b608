import type { LeadActivity } from '@porchlight/contracts';
import { fieldWord, showField } from '../../words/fields';

const sentences: Readonly<Record<LeadActivity['action'], string>> = {
  created: 'added the lead',
  imported: 'imported the lead from a file',
  captured: 'brought the lead in',
  changed: 'changed the lead',
  published: 'published the project',
  invited: 'invited',
  converted: 'made it the running project',
  file_added: 'added the file',
  file_removed: 'removed the file',
  contact_added: 'added the contact',
  contact_changed: 'changed the contact',
  contact_removed: 'removed the contact',
};

/** What is told of a change whose values say nothing to a reader, or too much for a line. */
const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text);

export interface TrailLine {
  readonly sentence: string;
  /** The contact or file it was done to. */
  readonly subject: string;
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

/** An entry of the trail as it is read after the name of who did it; `nameOf` knows the staff. */
export function trailLine(
  { action, subject, changes }: LeadActivity,
  nameOf: (id: string) => string | undefined,
): TrailLine {
  const show = (field: string, value: unknown): string =>
    field === 'ownerId' && typeof value === 'string' ? (nameOf(value) ?? 'Somebody') : short(showField(field, value));
  const wasMoved = action === 'changed' && changes.length === 1 && changes[0]?.field === 'stage';
  return {
    sentence: wasMoved ? 'moved the lead' : sentences[action],
    subject: subject ?? '',
    changes: changes.map(({ field, from, to }) => ({
      field: field === 'ownerId' ? 'Owner' : fieldWord(field),
      from: show(field, from),
      to: show(field, to),
    })),
  };
}
