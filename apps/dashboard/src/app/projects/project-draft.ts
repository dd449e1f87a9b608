import { required, schema, validate } from '@angular/forms/signals';
import type { ChangeProject, CreateProject, Project, ProjectStatus } from '@porchlight/contracts';
import { todayIn } from '../words/dates';
import { moneyText, readMoney } from '../words/money';

/** The head of a project as forms hold it: all text, nothing missing. */
export interface ProjectDraft {
  name: string;
  clientName: string;
  address: string;
  status: ProjectStatus;
  start: string;
  deadline: string;
  timeZone: string;
  budget: string;
}

export const projectDraft = (project: Project): ProjectDraft => ({
  name: project.name,
  clientName: project.clientName ?? '',
  address: project.address ?? '',
  status: project.status,
  start: project.start,
  deadline: project.deadline ?? '',
  timeZone: project.timeZone,
  budget: moneyText(project.budget),
});

export const freshProject = (timeZone: string): ProjectDraft => ({
  name: '',
  clientName: '',
  address: '',
  status: 'planning',
  start: todayIn(timeZone),
  deadline: '',
  timeZone,
  budget: '',
});

export const projectRules = (currency: string) =>
  schema<ProjectDraft>((path) => {
    required(path.name, { message: 'Give the project a name' });
    required(path.start, { message: 'Choose a start' });
    validate(path.budget, ({ value }) =>
      readMoney(value(), currency) === undefined
        ? { kind: 'money', message: 'Enter an amount such as 12,500.50' }
        : null,
    );
  });

/** Where the wire and the form name things differently. */
export const projectNames: Readonly<Record<string, string>> = { 'budget.amount': 'budget' };

/** What the draft says about a project that is there. */
export const wantedOf = (draft: ProjectDraft, currency: string): ChangeProject => ({
  name: draft.name.trim(),
  clientName: draft.clientName.trim() || null,
  address: draft.address.trim() || null,
  status: draft.status,
  start: draft.start,
  deadline: draft.deadline || null,
  timeZone: draft.timeZone,
  budget: readMoney(draft.budget, currency) ?? null,
});

/** What it takes to make it; what was left empty is left out. */
export function beginningOf(draft: ProjectDraft, currency: string): CreateProject {
  const { name, clientName, address, start, deadline, timeZone, budget } = wantedOf(draft, currency);
  return {
    name: name ?? '',
    start,
    timeZone,
    ...(clientName ? { clientName } : {}),
    ...(address ? { address } : {}),
    ...(deadline ? { deadline } : {}),
    ...(budget ? { budget } : {}),
  };
}
