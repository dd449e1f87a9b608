import { Injectable } from '@nestjs/common';
import { idSchema, type invitationListSchema } from '@porchlight/contracts';
import type { Caller } from '@porchlight/platform';
import type { z } from 'zod';
import { Authority } from '../membership/authority';
import { cutPage, idPageQuerySchema, pageOfIds } from '../paging';
import { Projects } from '../project/projects';
import { invitingTo } from './inviting-to';
import { InvitationReplies } from './invitation-replies';
import { Invitation } from './invitation.entity';

/** Those to a project, or with `companyId` those to join the company's staff. */
export const invitationQuerySchema = idPageQuerySchema
  .extend({ projectId: idSchema.optional(), companyId: idSchema.optional() })
  .refine(({ projectId, companyId }) => (projectId === undefined) !== (companyId === undefined), {
    path: ['projectId'],
    message: 'give either projectId or companyId',
  });
export type InvitationQuery = z.infer<typeof invitationQuerySchema>;

@Injectable()
export class InvitationList {
  constructor(
    private readonly authority: Authority,
    private readonly projects: Projects,
    private readonly replies: InvitationReplies,
  ) {}

  async read(caller: Caller, query: InvitationQuery): Promise<z.infer<typeof invitationListSchema>> {
    const projectId = query.projectId ?? null;
    const companyId = projectId ? (await this.projects.seenBy(caller, projectId)).companyId : (query.companyId ?? '');
    const { action, what } = invitingTo(projectId);
    return this.authority.allow(caller, { companyId, projectId }, action, what, async (em) => {
      const { after, options } = pageOfIds(query);
      const invitations = await em.find(Invitation, { $and: [{ companyId, projectId }, after] }, options);
      const { rows, nextCursor } = cutPage(invitations, query.limit);
      return { items: await this.replies.many(em, rows), nextCursor };
    });
  }
}
