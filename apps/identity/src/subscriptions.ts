import { Controller } from '@nestjs/common';
import {
  askAcceptedMail,
  askCompany,
  askInvitationMail,
  askInviteCustomers,
  askLetter,
  askLinkRequest,
  askPortalSession,
  askPortalSignIn,
  askSession,
  askStaff,
  askStaffAddress,
  type AnswerOf,
  contactReaddressedV1,
  projectChangedV1,
  type DataOf,
  type Envelope,
  type QuestionOf,
} from '@porchlight/contracts';
import { Answer, Subscribe, type Delivery } from '@porchlight/messaging';
import { EndedSessions } from '@porchlight/platform';
import type { z } from 'zod';
import { CompanyAnswers } from './company/company-answers';
import { AcceptedMail } from './invitation/accepted-mail';
import { CustomerInvitations } from './invitation/customer-invitations';
import { ReaddressedInvitations } from './invitation/readdressed-invitations';
import { InvitationMail } from './invitation/invitation-mail';
import { LetterAnswers } from './letter/letter-answers';
import { LinkRequests } from './link-request/link-requests';
import { PortalSignIn } from './link-request/portal-sign-in';
import { Projects } from './project/projects';
import { SessionService } from './session/session.service';

/** Everything identity hears from the bus, and every question it answers there. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly projects: Projects,
    private readonly invitationMail: InvitationMail,
    private readonly acceptedMails: AcceptedMail,
    private readonly customers: CustomerInvitations,
    private readonly readdressed: ReaddressedInvitations,
    private readonly companies: CompanyAnswers,
    private readonly letters: LetterAnswers,
    private readonly linkRequests: LinkRequests,
    private readonly portalSignIn: PortalSignIn,
    private readonly endedSessions: EndedSessions,
    private readonly sessions: SessionService,
  ) {}

  @Subscribe(projectChangedV1)
  async onProjectChanged(envelope: Envelope<DataOf<typeof projectChangedV1>>, delivery: Delivery): Promise<void> {
    await this.projects.store(delivery.em, envelope.data);
  }

  @Subscribe(contactReaddressedV1)
  async onContactReaddressed(
    envelope: Envelope<DataOf<typeof contactReaddressedV1>>,
    delivery: Delivery,
  ): Promise<void> {
    await this.readdressed.follow(delivery.em, envelope.aggregateVersion, envelope.data);
  }

  @Answer(askSession)
  async session({ sid }: z.infer<typeof askSession.question>): Promise<z.infer<typeof askSession.answer>> {
    return { active: !(await this.endedSessions.isEnded(sid)) };
  }

  @Answer(askPortalSession)
  async portalSession({ sid }: z.infer<typeof askSession.question>): Promise<z.infer<typeof askSession.answer>> {
    return { active: await this.sessions.showPortals(sid) };
  }

  @Answer(askInvitationMail)
  mail(question: z.infer<typeof askInvitationMail.question>): Promise<z.infer<typeof askInvitationMail.answer>> {
    return this.invitationMail.compose(question);
  }

  @Answer(askAcceptedMail)
  acceptedMail(question: z.infer<typeof askAcceptedMail.question>): Promise<z.infer<typeof askAcceptedMail.answer>> {
    return this.acceptedMails.compose(question);
  }

  @Answer(askLetter)
  letter(question: z.infer<typeof askLetter.question>): Promise<z.infer<typeof askLetter.answer>> {
    return this.letters.compose(question);
  }

  @Answer(askLinkRequest)
  linkRequest(question: QuestionOf<typeof askLinkRequest>): Promise<AnswerOf<typeof askLinkRequest>> {
    return this.linkRequests.note(question);
  }

  @Answer(askPortalSignIn)
  signInMail(question: QuestionOf<typeof askPortalSignIn>): Promise<AnswerOf<typeof askPortalSignIn>> {
    return this.portalSignIn.compose(question);
  }

  @Answer(askInviteCustomers)
  inviteCustomers(question: QuestionOf<typeof askInviteCustomers>): Promise<AnswerOf<typeof askInviteCustomers>> {
    return this.customers.invite(question);
  }

  @Answer(askStaffAddress)
  staffAddress(question: QuestionOf<typeof askStaffAddress>): Promise<AnswerOf<typeof askStaffAddress>> {
    return this.companies.staffAddress(question);
  }

  @Answer(askStaff)
  staff(question: QuestionOf<typeof askStaff>): Promise<AnswerOf<typeof askStaff>> {
    return this.companies.staff(question);
  }

  @Answer(askCompany)
  company(question: QuestionOf<typeof askCompany>): Promise<AnswerOf<typeof askCompany>> {
    return this.companies.company(question);
  }
}
