import { actions, may, policy, roleSchema, type Action } from '@porchlight/contracts';
import type { Document } from './document';

type Subject = Action extends `${infer Word}.${string}` ? Word : never;

/** In which chapter the actions on something stand, in this order. */
const chapterOf: Readonly<Record<Subject, string>> = {
  company: 'The company',
  staff: 'The company',
  people: 'The company',
  brand: 'The company',
  lead: 'Leads',
  capture: 'Leads',
  notice: 'Leads',
  project: 'Projects and their members',
  member: 'Projects and their members',
  task: 'The work',
  milestone: 'The work',
  item: 'The work',
  update: 'The work',
  file: 'The work',
  note: 'The work',
  activity: 'The work',
  budget: 'The work',
  welcome: 'The portal',
  portal: 'The portal',
  link: 'The portal',
};

const subjectOf = (action: Action): string => action.slice(0, action.indexOf('.'));
const roles = roleSchema.options;

const row = (action: Action): string =>
  `| ${policy[action].says} | ${roles.map((role) => (may(role, action) ? 'yes' : '')).join(' | ')} | \`${action}\` |`;

const chapter = (title: string): string =>
  [
    `## ${title}`,
    '',
    `| | ${roles.join(' | ')} | action |`,
    `|---|${roles.map(() => ':-:|').join('')}---|`,
    ...Object.entries(chapterOf)
      .filter(([, its]) => its === title)
      .flatMap(([subject]) => actions.filter((action) => subjectOf(action) === subject).map(row)),
    '',
  ].join('\n');

const text = [
  '# Permissions',
  '',
  '<!-- Generated from libs/contracts/src/policy.ts by `npm run docs`; `npm test` checks that it is current. -->',
  '',
  'Who may do what. A role counts only where it is held: `owner` and `manager` in their company, `subcontractor` and',
  '`customer` in their one project. What stands nowhere here is refused: to strangers as if the thing did not exist',
  '(404), to members without the right as such (403). Every route names its action in its OpenAPI document (`x-access`).',
  '',
  ...[...new Set(Object.values(chapterOf))].map(chapter),
].join('\n');

/** Role by action. */
export const permissions: Document = { file: 'docs/permissions.md', source: 'the policy', text };
