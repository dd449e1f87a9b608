import { Injectable } from '@nestjs/common';
import { type AnswerOf, type askInviteCustomers, inviteSchema, type QuestionOf } from '@porchlight/contracts';
import { asProblem, Log, problems, valid } from '@porchlight/platform';
import { SessionService } from '../session/session.service';
import { InvitationService } from './invitation.service';

type Question = QuestionOf<typeof askInviteCustomers>;
type Result = AnswerOf<typeof askInviteCustomers>['results'][number];

/** Invites customers on behalf of somebody of the staff, by the very rules of their own request. */
@Injectable()
export class CustomerInvitations {
  constructor(
    private readonly invitations: InvitationService,
    private readonly sessions: SessionService,
    private readonly log: Log,
  ) {}

  /** Each is answered for itself, what failed on our side as well: asking again is safe. */
  async invite(question: Question): Promise<{ results: Result[] }> {
    const results: Result[] = [];
    for (const customer of question.customers) results.push(await this.one(question, customer));
    return { results };
  }

  private async one(
    { caller, projectId, message }: Question,
    { email: asked, name, lost }: Question['customers'][number],
  ): Promise<Result> {
    try {
      // Who asks is believed no more than the session they name.
      if (!(await this.sessions.belongs(caller.sid, caller.personId))) throw problems.unauthenticated();
      const words = { ...(message !== null && { message }), name };
      const invite = valid(inviteSchema).transform({ email: asked, role: 'customer', projectId, ...words });
      const { id, email, status, acceptUrl } = await this.invitations.invite(caller, invite, lost);
      return { email, id, status, ...(acceptUrl !== undefined && { acceptUrl }) };
    } catch (error) {
      const { code, status, detail, extras } = asProblem(error);
      if (status >= 500) this.log.warn({ err: error }, 'a customer could not be invited');
      return {
        email: asked,
        status: 'refused',
        error: { code, detail, ...(extras.errors && { errors: extras.errors }) },
      };
    }
  }
}
