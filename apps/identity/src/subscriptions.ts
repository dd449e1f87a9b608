import { Controller } from '@nestjs/common';
import {
  askAcceptedMail,
  askInvitationMail,
  askLetter,
  askPortalSession,
  askSession,
  projectChangedV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { Answer, Subscribe, type Delivery } from '@porchlight/messaging';
import { EndedSessions } from '@porchlight/platform';
import type { z } from 'zod';
import { AcceptedMail } from './invitation/accepted-mail';
import { InvitationMail } from './invitation/invitation-mail';
import { LetterAnswers } from './letter/letter-answers';
import { Projects } from './project/projects';
import { SessionService } from './session/session.service';

/** Everything identity hears from the bus, and every question it answers there. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly projects: Projects,
    private readonly invitationMail: InvitationMail,
    private readonly acceptedMails: AcceptedMail,
    private readonly letters: LetterAnswers,
    private readonly endedSessions: EndedSessions,
    private readonly sessions: SessionService,
  ) {}

  @Subscribe(projectChangedV1)
  async onProjectChanged(envelope: Envelope<DataOf<typeof projectChangedV1>>, delivery: Delivery): Promise<void> {
    await this.projects.store(delivery.em, envelope.data);
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
}
