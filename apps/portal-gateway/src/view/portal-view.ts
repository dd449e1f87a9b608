import { portalViewV1Schema, type PortalProjectV1, type PortalShellV1, type PortalViewV1 } from '@porchlight/contracts';

/** Older ones are fetched by who wants to read them. */
const updatesShown = 3;

/** Both facts of a project, each whole and with the version its owner gave it. */
export interface Facts {
  readonly project: PortalProjectV1;
  readonly projectVersion: number;
  readonly shell: PortalShellV1;
  readonly shellVersion: number;
}

/**
 * What a homeowner's screen gets, key by key from the two facts. The schema is the second wall: what it does not name
 * does not pass. The version is the sum of the facts' versions, which only rise.
 */
export const portalViewOf = ({ project, projectVersion, shell, shellVersion }: Facts): PortalViewV1 =>
  portalViewV1Schema.parse({
    projectId: project.projectId,
    version: projectVersion + shellVersion,
    company: shell.company,
    name: project.name,
    address: project.address,
    welcomeMessage: shell.welcomeMessage,
    status: project.status,
    timeZone: project.timeZone,
    deadline: project.deadline,
    amberDays: shell.amberDays,
    progress: project.progress,
    items: project.items,
    milestones: project.milestones,
    updates: project.updates.slice(0, updatesShown),
    olderUpdates: project.updates.length > updatesShown ? project.updates.length - updatesShown : undefined,
    shared: project.shared,
    confirmedAt: project.confirmedAt,
  } satisfies Record<keyof PortalViewV1, unknown>);
