import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  invitationListSchema,
  invitationSchema,
  inviteBatchReplySchema,
  inviteBatchSchema,
  inviteSchema,
  type Invitation,
  type Invite,
  type InviteBatch,
  type InviteBatchReply,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { InvitationBatch } from './invitation-batch';
import { InvitationList, invitationQuerySchema, type InvitationQuery } from './invitation-list';
import { InvitationService } from './invitation.service';

/** Of the two it is the one that the invitation's place asks for. */
const invitesTo = ['member.invite', 'staff.invite'] as const;

/** What builders do with invitations. */
@Controller('api/identity/invitations')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly batches: InvitationBatch,
    private readonly lists: InvitationList,
  ) {}

  @Post()
  @Describe({ summary: 'Invites someone to a project or to the company.', access: invitesTo, reply: invitationSchema })
  invite(@Caller() caller: Caller, @Body(valid(inviteSchema)) body: Invite): Promise<Invitation> {
    return this.invitations.invite(caller, body);
  }

  @Post('batch')
  @HttpCode(200)
  @Describe({
    summary: 'Invites up to 50, each answered for itself.',
    access: invitesTo,
    reply: inviteBatchReplySchema,
    status: 200,
  })
  inviteMany(@Caller() caller: Caller, @Body(valid(inviteBatchSchema)) body: InviteBatch): Promise<InviteBatchReply> {
    return this.batches.invite(caller, body);
  }

  @Get()
  @Describe({
    summary: 'The invitations to a project, or to a company.',
    access: invitesTo,
    reply: invitationListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Query(valid(invitationQuerySchema)) query: InvitationQuery,
  ): Promise<z.infer<typeof invitationListSchema>> {
    return this.lists.read(caller, query);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Describe({
    summary: 'Sends a new link; the one before is dead.',
    access: invitesTo,
    reply: invitationSchema,
    status: 200,
  })
  resend(@Caller() caller: Caller, @Param('id', IdPipe) id: string): Promise<Invitation> {
    return this.invitations.resend(caller, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Describe({ summary: 'Cancels an invitation that was not accepted.', access: invitesTo, status: 204 })
  revoke(@Caller() caller: Caller, @Param('id', IdPipe) id: string): Promise<void> {
    return this.invitations.revoke(caller, id);
  }
}
