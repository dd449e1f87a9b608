import { Injectable } from '@nestjs/common';
import { inviteSchema, type InviteBatch, type InviteBatchReply } from '@porchlight/contracts';
import { ProblemError, valid, type Caller } from '@porchlight/platform';
import { InvitationService } from './invitation.service';

type Result = InviteBatchReply['results'][number];

/** Many invitations in one request: one that is refused does not keep the others back. */
@Injectable()
export class InvitationBatch {
  constructor(private readonly invitations: InvitationService) {}

  async invite(caller: Caller, { invitations }: InviteBatch): Promise<InviteBatchReply> {
    const results: Result[] = [];
    for (const invite of invitations) results.push(await this.one(caller, invite));
    return { results };
  }

  private async one(caller: Caller, asked: InviteBatch['invitations'][number]): Promise<Result> {
    try {
      const invite = valid(inviteSchema).transform(asked);
      const { id, email, status, acceptUrl } = await this.invitations.invite(caller, invite);
      return { email, id, status, ...(acceptUrl !== undefined && { acceptUrl }) };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      const { code, detail, extras } = error;
      return {
        email: asked.email,
        status: 'refused',
        error: { code, detail, ...(extras.errors && { errors: extras.errors }) },
      };
    }
  }
}
