import { z } from 'zod';
import { inviteBatchReplySchema } from './api/invitation';
import type { EventDefinition } from './events/define';
import { portalPublishedV1 } from './events/portal-published.v1';
import { companyColorsSchema, idSchema, localeSchema, publicContactSchema, timeZoneSchema } from './values';
import { letterKindSchema, roleSchema } from './words';

/** A question one service asks another over request/reply, where an answer is needed at once. */
export interface AskDefinition<Question, Answer> {
  readonly subject: string;
  readonly question: z.ZodType<Question>;
  readonly answer: z.ZodType<Answer>;
}
/** What an ask's question and answer are made of. */
export type QuestionOf<D> = D extends AskDefinition<infer Q, unknown> ? Q : never;
export type AnswerOf<D> = D extends AskDefinition<unknown, infer A> ? A : never;
const defineAsk = <Q, A>(definition: AskDefinition<Q, A>): AskDefinition<Q, A> => Object.freeze(definition);

/**
 * The subjects under which the producer of an event answers for it: facts under `portal.ask.…` (all that the gateway may
 * ask), everything else under `<service>.ask.…`. `state` fetches one aggregate's newest envelope, `versions` lists them,
 * `occurrences` lists what happened since an instant.
 */
export const askSubject = (event: EventDefinition, what: 'state' | 'versions' | 'occurrences'): string => {
  const [scope, group, third] = event.type.split('.');
  return scope === 'portal' ? `portal.ask.${what}.${third}` : `${scope}.ask.${what}.${group}`;
};

const sessionQuestion = z.object({ sid: idSchema });
const sessionAnswer = z.object({ active: z.boolean() });

/** Is this session still good? Answered by identity to the services… */
export const askSession = defineAsk({
  subject: 'identity.ask.session',
  question: sessionQuestion,
  answer: sessionAnswer,
});
/** …and to the gateway, which may only speak under `portal.`. */
export const askPortalSession = defineAsk({
  subject: 'portal.ask.session',
  question: sessionQuestion,
  answer: sessionAnswer,
});

/** All that an invitation mail says, fetched at send time so that the link is in no event, job or table. */
export const askInvitationMail = defineAsk({
  subject: 'identity.ask.invitation-mail',
  question: z.object({ invitationId: idSchema, generation: z.int().positive() }),
  answer: z.discriminatedUnion('sendable', [
    z.object({ sendable: z.literal(false) }),
    z.object({
      sendable: z.literal(true),
      to: z.string(),
      acceptUrl: z.string(),
      companyId: idSchema,
      companyName: z.string(),
      contact: publicContactSchema,
      projectName: z.string().nullable(),
      projectId: idSchema.nullable().optional(),
      /** What who invited calls them. */
      name: z.string().nullable().optional(),
      role: roleSchema,
      message: z.string().nullable(),
      locale: localeSchema,
      expiresAt: z.iso.datetime(),
      /** In which the mail says the end; UTC where the company's is not given. */
      timeZone: timeZoneSchema.optional(),
    }),
  ]),
});

/** What the mail to the inviter says once somebody accepted. */
export const askAcceptedMail = defineAsk({
  subject: 'identity.ask.accepted-mail',
  question: z.object({ invitationId: idSchema, generation: z.int().positive() }),
  answer: z.discriminatedUnion('sendable', [
    /** Where to, by name, is told all the same: the bell says it also where no mail goes out. */
    z.object({ sendable: z.literal(false), place: z.string().optional() }),
    z.object({
      sendable: z.literal(true),
      to: z.string(),
      /** Who accepted. */
      personName: z.string(),
      personEmail: z.string(),
      role: roleSchema,
      companyId: idSchema,
      companyName: z.string(),
      projectName: z.string().nullable(),
      /** The project, or the people of the company, in the dashboard. */
      url: z.string(),
      locale: localeSchema,
    }),
  ]),
});

/** What a mail about an account says; not sendable where nobody has such an account or it is over. */
export const askLetter = defineAsk({
  subject: 'identity.ask.letter',
  question: z.object({ kind: letterKindSchema, reference: idSchema, generation: z.int().positive() }),
  answer: z.discriminatedUnion('sendable', [
    z.object({ sendable: z.literal(false) }),
    z.object({
      sendable: z.literal(true),
      to: z.string(),
      personName: z.string(),
      /** Where the mail leads: the page of its link, sign-in, or where a new password is asked for. */
      url: z.string(),
      /** With a link: until when it works. */
      expiresAt: z.iso.datetime().optional(),
      /** With `email_changed`: the address that took the place of this one. */
      newEmail: z.string().optional(),
      locale: localeSchema,
    }),
  ]),
});

/** A company's colours and logo, for mails; the logo itself, so that a mail calls no server when it is read. */
export const askBrand = defineAsk({
  subject: 'leads.ask.brand',
  question: z.object({ companyId: idSchema }),
  answer: z.object({
    colors: companyColorsSchema,
    logo: z
      .object({
        /** PNG. */
        base64: z.base64().max(400_000),
        /** As it is to be shown, in CSS pixels. */
        width: z.int(),
        height: z.int(),
      })
      .optional(),
  }),
});

/** What the mail about a captured lead says, fetched at send time. */
export const askCapturedLead = defineAsk({
  subject: 'leads.ask.captured-lead',
  question: z.object({ leadId: idSchema }),
  answer: z.discriminatedUnion('sendable', [
    z.object({ sendable: z.literal(false) }),
    z.object({
      sendable: z.literal(true),
      companyId: idSchema,
      companyName: z.string(),
      clientName: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      siteAddress: z.string().nullable(),
      projectType: z.string(),
      notes: z.string().nullable(),
      /** The lead in the dashboard. */
      url: z.string(),
    }),
  ]),
});

/** Where somebody of the staff is written to; not sendable once they have left. */
export const askStaffAddress = defineAsk({
  subject: 'identity.ask.staff-address',
  question: z.object({ companyId: idSchema, personId: idSchema }),
  answer: z.discriminatedUnion('sendable', [
    z.object({ sendable: z.literal(false) }),
    z.object({ sendable: z.literal(true), to: z.string(), personName: z.string(), locale: localeSchema }),
  ]),
});

/** Everybody on a company's staff, as a file may name them. */
export const askStaff = defineAsk({
  subject: 'identity.ask.staff',
  question: z.object({ companyId: idSchema }),
  answer: z.object({ staff: z.array(z.object({ personId: idSchema, name: z.string(), email: z.string() })) }),
});

/** A company as its mails name it, for a preview. */
export const askCompany = defineAsk({
  subject: 'identity.ask.company',
  question: z.object({ companyId: idSchema }),
  answer: z.object({
    name: z.string(),
    contact: publicContactSchema,
    locale: localeSchema,
    timeZone: timeZoneSchema,
  }),
});

/** Customers invited to one project on behalf of somebody of the staff, as if they had asked identity themselves. */
export const askInviteCustomers = defineAsk({
  subject: 'identity.ask.invite-customers',
  question: z.object({
    caller: z.object({ personId: idSchema, sid: idSchema, membershipVersion: z.int() }),
    projectId: idSchema,
    message: z.string().nullable(),
    customers: z
      .array(
        z.object({
          email: z.string(),
          name: z.string(),
          /** The sending whose mail came back: while it stands, a new one goes out although the words are the same. */
          lost: z.int().positive().optional(),
        }),
      )
      .min(1)
      .max(10),
  }),
  /** In the order asked. */
  answer: z.object({ results: inviteBatchReplySchema.shape.results }),
});

/** What a lead published under this project's id, or null: for the moment before the bus has brought it. */
export const askPublishedPortal = defineAsk({
  subject: 'leads.ask.published-portal',
  question: z.object({ projectId: idSchema }),
  answer: z.object({ published: portalPublishedV1.schema.nullable() }),
});

/** identity -> one gateway replica: end what this person may see. */
export const revokeQuestionSchema = z.object({
  personId: idSchema,
  /** Only this project, or every one when null. */
  projectId: idSchema.nullable(),
  /** Only this session, or every one when null. */
  sid: idSchema.nullable(),
  /** Named links of `projectId` that are revoked in the same step. */
  linkIds: z.array(idSchema).max(50).default([]),
});
