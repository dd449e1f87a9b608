import { randomBytes } from 'node:crypto';

/** The places where a builder's private words and figures can stand; one secret for each. */
const words = [
  'ownerName',
  'ownerEmail',
  'ownerPassword',
  'subName',
  'subEmail',
  'neighbourName',
  'neighbourEmail',
  'neighbourMessage',
  'clientName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'leadType',
  'leadSource',
  'leadNotes',
  'leadNextStep',
  'leadLostReason',
  'leadFile',
  'formWords',
  'projectClient',
  'parentTask',
  'childTask',
  'taskName',
  'taskOldName',
  'taskNotes',
  'taskAssignee',
  'wantedEmail',
  'forgottenEmail',
  'invitedName',
  'invitedEmail',
  'namelessEmail',
  'rejection',
  'note',
  'oldNote',
  'camera',
  'sharedName',
  'keptName',
  'keptTitle',
] as const;
const sums = ['leadValue', 'budget', 'estimated', 'committed', 'actual'] as const;

export type Secrets = Readonly<Record<(typeof words)[number] | (typeof sums)[number], string>>;

const letters = 'bcdfghjkmnpqrstvwxz';
const word = (): string => [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');
/** Seven digits that nothing else has by chance, as whole units of money. */
const sum = (): string => String(7_000_000 + (randomBytes(4).readUInt32BE() % 2_900_000));

/** A fresh secret for every place, each found by its own text alone. */
export const newSecrets = (): Secrets =>
  Object.fromEntries([...words.map((name) => [name, word()]), ...sums.map((name) => [name, sum()])]) as Secrets;
