import type { ServiceName } from '@porchlight/contracts';

/** A piece of a built service, and what stands there instead. */
export interface Seed {
  readonly service: ServiceName;
  readonly from: string;
  readonly to: string;
}

/** A bug that somebody could write one day, and how it is found. */
export interface SeededLeak extends Seed {
  readonly story: string;
  /** What else was written for it, as a contract that two services are built with. */
  readonly also?: readonly Seed[];
  /** What no other of them gives rise to. */
  readonly found: RegExp;
}

export const seededLeaks: readonly SeededLeak[] = [
  {
    story: "the project's name gets the client's name behind it",
    service: 'projects',
    from: 'name: project.name,\n\t...project.address',
    to: 'name: `${project.name} – ${project.clientName}`,\n\t...project.address',
    found: /^projectClient in frame$/,
  },
  {
    story: 'the budget stands behind the address',
    service: 'projects',
    from: '{ address: project.address },\n\tstatus',
    to: '{ address: `${project.address} ${project.budget}` },\n\tstatus',
    found: /^budget in frame$/,
  },
  {
    story: 'an item shows its inner id',
    service: 'projects',
    from: 'id: item.portalId,',
    to: 'id: item.id,',
    found: /^the id of item .* in frame$/,
  },
  {
    story: 'the contract lets through whatever a mapper adds to a milestone',
    service: 'projects',
    from: 'id: milestone.portalId,',
    to: 'id: milestone.portalId,\n\tof: milestone.id,',
    also: (['projects', 'portal-gateway'] as const).map((service) => ({
      service,
      from: 'const portalMilestoneSchema = object({',
      to: 'const portalMilestoneSchema = looseObject({',
    })),
    found: /^the id of milestone .* in frame$/,
  },
  {
    story: "an update is signed with its author's name",
    service: 'projects',
    from: 'text: update.text,\n\t...photoOf(',
    to: 'text: `${update.text} (${update.author})`,\n\t...photoOf(',
    found: /^ownerName in frame$/,
  },
  {
    story: 'a shared photo without a title goes by the name that it came under',
    service: 'projects',
    from: 'kind: file.kind,\n\t\ttitle: file.title,',
    to: 'kind: file.kind,\n\t\ttitle: file.title || file.name,',
    found: /^sharedName in frame$/,
  },
  {
    story: 'a header says who is looking',
    service: 'portal-gateway',
    from: 'await this.visitors.admit(projectId, request.headers.cookie);\n\t\tconst view =',
    to: 'const visitor = await this.visitors.admit(projectId, request.headers.cookie);\n\t\treply.header("x-visitor", String(visitor.standing.subject.personId));\n\t\tconst view =',
    found: /^the id of person .* in HEAD /,
  },
  {
    story: 'a view is sent although nothing public changed',
    service: 'projects',
    from: 'if (bytesOf(view) !== portal.publicBytes) await',
    to: 'await',
    found: /^[2-9] frames for one public change$/,
  },
  {
    story: 'the welcome message names the lead behind the project',
    service: 'leads',
    from: '{ welcomeMessage: portal.welcomeMessage },\n\tamberDays',
    to: '{ welcomeMessage: `${portal.welcomeMessage} ${portal.leadId}` },\n\tamberDays',
    found: /^the id of lead .* in frame$/,
  },
  {
    story: 'the gateway writes the link it was opened by into its log',
    service: 'portal-gateway',
    from: 'enter(projectId, token, cookieHeader) {',
    to: 'enter(projectId, token, cookieHeader) {\n\t\tconsole.log(`opened by ${token}`);',
    found: /^the link's token in log of the gateway$/,
  },
  {
    story: "a mail's contact is filled from the account of whoever invited",
    service: 'identity',
    from: 'contact: company.contact,\n\t\t\t\tprojectName: project?.name ?? null',
    to: 'contact: { email: (await em.findOne(Person, { id: invitation.invitedBy })).email },\n\t\t\t\tprojectName: project?.name ?? null',
    found: /^ownerEmail in mail /,
  },
  {
    story: 'the gateway answers with who is looking',
    service: 'portal-gateway',
    from: 'view.version)) return view;',
    to: 'view.version)) return { ...view, visitor: (await this.visitors.admit(projectId, request.headers.cookie)).standing.subject };',
    found: /^the id of session .* in GET /,
  },
];
