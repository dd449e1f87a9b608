import { showFullDay } from './dates';
import { showMoney } from './money';
import { showWeekdays } from './weekdays';
import {
  itemKindWords,
  itemStatusWords,
  leadStageWords,
  projectStatusWords,
  sectionWords,
  taskStatusWords,
} from './words';

const fieldWords: Readonly<Record<string, string>> = {
  actualCost: 'Actual cost',
  address: 'Address',
  amberDays: 'Amber days',
  assignee: 'Assigned to',
  budget: 'Budget',
  clientName: 'Client',
  colors: 'Colours',
  committedCost: 'Committed cost',
  contact: 'Public contact',
  deadline: 'Deadline',
  detail: 'What is needed',
  dueDate: 'Due',
  durationDays: 'Working days',
  end: 'End',
  estimatedCost: 'Estimated cost',
  estimatedValue: 'Estimated value',
  holidays: 'Holidays',
  kind: 'Kind',
  lostReason: 'Reason',
  name: 'Name',
  nextStep: 'Next step',
  nextStepOn: 'Next step on',
  notes: 'Notes',
  order: 'Place in the list',
  parentId: 'Part of',
  progress: 'Progress',
  projectType: 'Project type',
  reachedOn: 'Reached on',
  requiresAcknowledgement: 'Needs your approval',
  section: 'Section',
  siteAddress: 'Site address',
  source: 'Source',
  stage: 'Stage',
  start: 'Start',
  status: 'Status',
  targetDate: 'Target date',
  text: 'Text',
  timeZone: 'Time zone',
  title: 'Title',
  welcomeMessage: 'Welcome message',
  workingDays: 'Working days',
};

/** `durationDays` → `Working days`; a field without a word of its own is split at its capitals. */
export const fieldWord = (field: string): string =>
  fieldWords[field] ?? field.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());

const valueWords: Readonly<Record<string, string>> = {
  ...leadStageWords,
  ...itemStatusWords,
  ...itemKindWords,
  ...projectStatusWords,
  ...taskStatusWords,
  ...sectionWords,
};
const spelled = new Set(['status', 'section', 'kind', 'stage']);

/** The value of a field as a person reads it. Takes anything: the activity trail holds values of every kind. */
export function showField(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return field === 'progress' ? `${value} %` : String(value);
  if (typeof value === 'string') return showText(field, value);
  if (Array.isArray(value)) return showList(field, value);
  if (typeof value === 'object') return showObject(value);
  return String(value);
}

function showText(field: string, value: string): string {
  if (spelled.has(field)) return valueWords[value] ?? value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showFullDay(value) : value;
}

/** A long list is told by its beginning. */
function showList(field: string, values: readonly unknown[]): string {
  if (field === 'workingDays') return showWeekdays(values.filter((value) => typeof value === 'number'));
  const shown = values.slice(0, 6).map((value) => showField(field, value));
  const more = values.length - shown.length;
  return shown.length === 0 ? '–' : [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function showObject(value: object): string {
  const [amount, currency, name] = ['amount', 'currency', 'name'].map((key): unknown => Reflect.get(value, key));
  if (typeof amount === 'string' && typeof currency === 'string') return showMoney({ amount, currency });
  if (typeof name === 'string' && name) return name;
  // An assignee as it was chosen: whose id that is, the one who chose knows.
  if ('personId' in value || 'invitationId' in value) return 'Whom you chose';
  return Object.values(value)
    .filter((part) => typeof part === 'string')
    .join(', ');
}
