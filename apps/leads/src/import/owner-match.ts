import type { AnswerOf, askStaff } from '@porchlight/contracts';

/** Whom of the staff a cell names; more than one where several have that name. */
export type StaffNamed = (text: string) => readonly string[];

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase();

/** Finds people of the staff as files name them: by e-mail address, or by name. */
export const staffNamed = (staff: AnswerOf<typeof askStaff>['staff']): StaffNamed => {
  const byEmail = Map.groupBy(staff, ({ email }) => plain(email));
  const byName = Map.groupBy(staff, ({ name }) => plain(name));
  return (text) => (byEmail.get(plain(text)) ?? byName.get(plain(text)) ?? []).map(({ personId }) => personId);
};
