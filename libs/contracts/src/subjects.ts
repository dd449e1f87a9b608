/** Who speaks on the bus. */
export const services = ['identity', 'projects', 'leads', 'notifications', 'portal-gateway'] as const;
export type ServiceName = (typeof services)[number];

/** What a service is called in the database and on the bus: its schema, the prefix of its roles, its NATS user. */
export const schemaOf = (service: ServiceName): string => (service === 'portal-gateway' ? 'gateway' : service);

/** JetStream streams and the subjects each keeps. `PORTAL` is the only one the gateway may read. */
export const streams = {
  IDENTITY: [
    'identity.company.>',
    'identity.membership.>',
    'identity.invitation.>',
    'identity.letter.>',
    'identity.link.>',
  ],
  PROJECTS: [
    'projects.project.>',
    'projects.task.>',
    'projects.milestone.>',
    'projects.item.>',
    'projects.note.>',
    'projects.update.>',
    'projects.file.>',
  ],
  LEADS: ['leads.portal.>', 'leads.lead.>', 'leads.contact.>'],
  NOTIFICATIONS: ['notifications.mail.>'],
  PORTAL: ['portal.fact.>'],
} as const satisfies Record<string, readonly string[]>;
export type StreamName = keyof typeof streams;

/** The durable consumer of each stream, one per reading service. */
export const durables: Readonly<Record<StreamName, readonly string[]>> = {
  IDENTITY: ['projects', 'leads', 'notifications'],
  PROJECTS: ['identity', 'leads'],
  LEADS: ['projects', 'identity', 'notifications'],
  NOTIFICATIONS: ['leads'],
  PORTAL: ['gateway'],
};

/** Core NATS: "the stored view of this project may have changed"; sent by a gateway replica to all of them. */
export const hintSubject = (projectId: string): string => `portal.hint.${projectId}`;

/** Core NATS: what identity tells everyone, and what the gateways tell one another. */
export const controlSubjects = {
  /** identity -> every service, `{ sid, until }`: refuse this session's tokens. */
  sessionEnded: 'identity.control.session-ended',
  /** identity -> every service, once a second, `{ at }`: identity is heard. */
  heartbeat: 'identity.control.heartbeat',
  /** identity -> every gateway replica: the same two. */
  portalSessionEnded: 'portal.control.session-ended',
  portalHeartbeat: 'portal.control.heartbeat',
  /** identity -> one gateway replica (queue group `gateway`), asks for an `{ acknowledged: boolean }`. */
  portalRevoke: 'portal.control.revoke',
  /** notifications -> one gateway replica (the same group): what the mail with a share link says. */
  portalLinkLetter: 'portal.control.link-letter',
  /** notifications -> one gateway replica (the same group), asks for an acknowledgement: that mail came back. */
  portalLinkUndelivered: 'portal.control.link-undelivered',
  /** gateway replica -> one named replica, asks for an acknowledgement. */
  replica: (replicaId: string): string => `portal.control.replica.${replicaId}`,
} as const;

/**
 * Where answers to `portal.control.…` questions go: `<prefix><asker>.<one word>`. Under `portal.control.`, because that
 * is where a gateway may speak; a right to answer anywhere would let it publish anywhere.
 */
export const controlReplyPrefix = 'portal.control.reply.';
