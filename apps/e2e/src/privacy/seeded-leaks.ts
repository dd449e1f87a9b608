import type { ServiceName } from '@porchlight/contracts';

/** A bug that somebody could write one day: a piece of the built service, and what stands there instead. */
export interface SeededLeak {
  readonly story: string;
  readonly service: ServiceName;
  readonly from: string;
  readonly to: string;
}

export const seededLeaks: readonly SeededLeak[] = [
  {
    story: "the project's name gets the client's name behind it",
    service: 'projects',
    from: 'name: project.name,\n\t...project.address',
    to: 'name: `${project.name} – ${project.clientName}`,\n\t...project.address',
  },
  {
    story: 'the budget is added to the view',
    service: 'projects',
    from: 'shared: []\n});',
    to: 'shared: [], budget: String(project.budget)\n});',
  },
  {
    story: 'an item shows its inner id',
    service: 'projects',
    from: 'id: item.portalId,',
    to: 'id: item.id,',
  },
  {
    story: "an update is signed with its author's name",
    service: 'projects',
    from: 'text: update.text,\n\tat: update.at.toISOString()',
    to: 'text: `${update.text} (${update.author})`,\n\tat: update.at.toISOString()',
  },
  {
    story: 'the counts behind a percentage go along',
    service: 'projects',
    from: 'closeout: progress.closeout\n\t},\n\titems',
    to: 'closeout: progress.closeout, milestones: milestones.length\n\t},\n\titems',
  },
  {
    story: 'a view is sent although nothing public changed',
    service: 'projects',
    from: 'if (bytes === portal.publicBytes) return;',
    to: '',
  },
  {
    story: 'the welcome message names the lead behind the project',
    service: 'leads',
    from: '{ welcomeMessage: portal.welcomeMessage },\n\tamberDays',
    to: '{ welcomeMessage: `${portal.welcomeMessage} ${portal.leadId}` },\n\tamberDays',
  },
  {
    story: 'the fact of who may look carries a name',
    service: 'identity',
    from: 'customerOf: projectsAs(memberships, "customer"),',
    to: 'customerOf: projectsAs(memberships, "customer"), name: person.name,',
  },
  {
    story: "a mail's contact is filled from the account of whoever invited",
    service: 'identity',
    from: 'contact: company.contact,\n\t\t\t\tprojectName: project?.name ?? null',
    to: 'contact: { email: (await em.findOne(Person, { id: invitation.invitedBy })).email },\n\t\t\t\tprojectName: project?.name ?? null',
  },
  {
    story: 'the gateway answers with who is looking',
    service: 'portal-gateway',
    from: 'view.version)) return view;',
    to: 'view.version)) return { ...view, visitor: visitor.standing.subject };',
  },
];
