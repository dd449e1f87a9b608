import {
  askAcceptedMail,
  askBrand,
  askCapturedLead,
  askCompany,
  askInvitationMail,
  askInviteCustomers,
  askLetter,
  askLinkRequest,
  askPortalSignIn,
  askPortalSession,
  askPublishedPortal,
  askSession,
  askStaff,
  askStaffAddress,
  askSubject,
  controlReplyPrefix,
  controlSubjects,
  durables,
  eventCatalogue,
  schemaOf,
  services,
  type EventDefinition,
  type ServiceName,
} from '@porchlight/contracts';

import { inboxPrefix } from './nats-target';

export interface BusRights {
  readonly publish: string[];
  readonly subscribe: string[];
  /** Whether the user may publish once to the reply subject of a message it received. */
  readonly allowResponses: boolean;
}

const asksOf = (event: EventDefinition): string[] =>
  event.kind === 'state'
    ? [askSubject(event, 'state'), askSubject(event, 'versions')]
    : [askSubject(event, 'occurrences')];

/** Questions other than those about events: who asks, who answers. */
const questions: { subject: string; asked: readonly ServiceName[]; answers: ServiceName }[] = [
  { subject: askSession.subject, asked: ['projects', 'leads', 'notifications'], answers: 'identity' },
  { subject: askPortalSession.subject, asked: ['portal-gateway'], answers: 'identity' },
  { subject: askInvitationMail.subject, asked: ['notifications'], answers: 'identity' },
  { subject: askAcceptedMail.subject, asked: ['notifications'], answers: 'identity' },
  { subject: askLetter.subject, asked: ['notifications'], answers: 'identity' },
  { subject: askLinkRequest.subject, asked: ['portal-gateway'], answers: 'identity' },
  { subject: askPortalSignIn.subject, asked: ['notifications'], answers: 'identity' },
  { subject: askStaffAddress.subject, asked: ['notifications'], answers: 'identity' },
  { subject: askStaff.subject, asked: ['leads'], answers: 'identity' },
  { subject: askCompany.subject, asked: ['notifications'], answers: 'identity' },
  { subject: askInviteCustomers.subject, asked: ['leads'], answers: 'identity' },
  { subject: askCapturedLead.subject, asked: ['notifications'], answers: 'leads' },
  { subject: askBrand.subject, asked: ['notifications'], answers: 'leads' },
  { subject: askPublishedPortal.subject, asked: ['projects'], answers: 'leads' },
];

const answeredBy = (service: ServiceName): string[] => [
  ...eventCatalogue.filter((event) => event.producer === service).flatMap(asksOf),
  ...questions.filter((question) => question.answers === service).map((question) => question.subject),
];

const askedBy = (service: ServiceName): string[] => [
  ...eventCatalogue.filter((event) => event.consumers.includes(service)).flatMap(asksOf),
  ...questions.filter((question) => question.asked.includes(service)).map((question) => question.subject),
];

/** What reading a durable consumer takes: looking at it, pulling from it, acknowledging. Never making one. */
const pullsOf = (user: string): string[] =>
  Object.entries(durables)
    .filter(([, readers]) => readers.includes(user))
    .flatMap(([stream]) => [
      `$JS.API.CONSUMER.INFO.${stream}.${user}`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${user}`,
      `$JS.ACK.${stream}.${user}.>`,
    ]);

const producedBy = (service: ServiceName): string[] =>
  eventCatalogue.filter((event) => event.producer === service).map((event) => event.type);

/**
 * The gateway faces the internet. It may speak where it listens, so it must not have `allow_responses`: with that right
 * it could name any subject, a fact's or the JetStream API's, as the reply of a message to itself, and publish there.
 */
const gateway: BusRights = {
  publish: ['portal.hint.>', 'portal.control.>', 'portal.ask.>', ...pullsOf('gateway')],
  subscribe: ['portal.hint.>', 'portal.control.>', `${inboxPrefix('gateway')}.>`],
  allowResponses: false,
};

const ends = [controlSubjects.sessionEnded, controlSubjects.heartbeat];
const heard: Partial<Record<ServiceName, string[]>> = {
  identity: [`${controlReplyPrefix}identity.>`],
  notifications: [...ends, `${controlReplyPrefix}notifications.>`],
};
const spoken: Partial<Record<ServiceName, string[]>> = {
  identity: [
    controlSubjects.sessionEnded,
    controlSubjects.heartbeat,
    controlSubjects.portalSessionEnded,
    controlSubjects.portalHeartbeat,
    controlSubjects.portalRevoke,
  ],
  notifications: [controlSubjects.portalLinkLetter, controlSubjects.portalLinkUndelivered],
};

const rightsOf = (service: ServiceName): BusRights => {
  if (service === 'portal-gateway') return gateway;
  const user = schemaOf(service);
  const answered = answeredBy(service);
  return {
    publish: [...producedBy(service), ...unique(askedBy(service)), ...(spoken[service] ?? []), ...pullsOf(user)],
    subscribe: [`${inboxPrefix(user)}.>`, ...unique(answered), ...(heard[service] ?? ends)],
    allowResponses: answered.length > 0,
  };
};

const unique = (subjects: string[]): string[] => [...new Set(subjects)];

/** The user that creates streams and durables, used by nothing that serves. */
export const provisioningUser = 'provision';

/** The exact rights of every NATS user: what is not listed is refused. */
export const natsRights: Readonly<Record<string, BusRights>> = {
  ...Object.fromEntries(services.map((service) => [schemaOf(service), rightsOf(service)])),
  [provisioningUser]: {
    publish: ['$JS.API.STREAM.>', '$JS.API.CONSUMER.>'],
    subscribe: [`${inboxPrefix(provisioningUser)}.>`],
    allowResponses: false,
  },
};
