import { Controller } from '@nestjs/common';
import {
  askInvitationMail,
  askPortalSession,
  askSession,
  projectChangedV1,
  type DataOf,
  type Envelope,
} from '@porchlight/contracts';
import { Answer, Subscribe, type Delivery } from '@porchlight/messaging';
import { EndedSessions } from '@porchlight/platform';
import type { z } from 'zod';
import { InvitationMail } from './invitation/invitation-mail';
import { Projects } from './project/projects';

/** Everything identity hears from the bus, and every question it answers there. */
@Controller()
export class Subscriptions {
  constructor(
    private readonly projects: Projects,
    private readonly invitationMail: InvitationMail,
    private readonly endedSessions: EndedSessions,
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
  portalSession(question: z.infer<typeof askSession.question>): Promise<z.infer<typeof askSession.answer>> {
    return this.session(question);
  }

  @Answer(askInvitationMail)
  mail(question: z.infer<typeof askInvitationMail.question>): Promise<z.infer<typeof askInvitationMail.answer>> {
    return this.invitationMail.compose(question);
  }
}
