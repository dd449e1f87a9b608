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
    story: 'the budget stands behind the address',
    service: 'projects',
    from: '{ address: project.address },\n\tstatus',
    to: '{ address: `${project.address} ${project.budget}` },\n\tstatus',
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
    from: 'text: update.text,\n\t...photoOf(',
    to: 'text: `${update.text} (${update.author})`,\n\t...photoOf(',
  },
  {
    story: 'a shared photo without a title goes by the name that it came under',
    service: 'projects',
    from: 'kind: file.kind,\n\t\ttitle: file.title,',
    to: 'kind: file.kind,\n\t\ttitle: file.title || file.name,',
  },
  {
    story: 'a header says who is looking',
    service: 'portal-gateway',
    from: 'this.noteVisit(projectId, visitor);',
    to: 'reply.header("x-visitor", String(visitor.standing.subject.personId));',
  },
  {
    story: 'a view is sent although nothing public changed',
    service: 'projects',
    from: 'if (JSON.stringify(view) !== portal.publicBytes) await',
    to: 'await',
  },
  {
    story: 'the welcome message names the lead behind the project',
    service: 'leads',
    from: '{ welcomeMessage: portal.welcomeMessage },\n\tamberDays',
    to: '{ welcomeMessage: `${portal.welcomeMessage} ${portal.leadId}` },\n\tamberDays',
  },
  {
    story: 'the gateway writes the link it was opened by into its log',
    service: 'portal-gateway',
    from: 'async enter(projectId, token, cookieHeader) {',
    to: 'async enter(projectId, token, cookieHeader) {\n\t\tconsole.log(`opened by ${token}`);',
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
