import { Body, Controller, Delete, Get, Param, Patch, Query, Res } from '@nestjs/common';
import {
  changeMemberSchema,
  memberListSchema,
  removeMemberQuerySchema,
  type ChangeMember,
  type Pending,
  type RemoveMemberQuery,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { idPageQuerySchema, type IdPageQuery } from '../paging';
import { MemberService } from './member.service';
import { revokedReply } from './revoked-reply';

@Controller('api/identity/projects/:id/members')
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @Describe({
    summary: "A project's members and the staff of its company.",
    access: 'member.read',
    reply: memberListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Query(valid(idPageQuerySchema)) query: IdPageQuery,
  ): Promise<z.infer<typeof memberListSchema>> {
    return this.members.list(caller, projectId, query);
  }

  @Patch(':personId')
  @Describe({
    summary: 'Makes a customer a subcontractor, or back: 204, or 202 while the portal is still on a screen of theirs.',
    access: 'member.change',
    status: 204,
  })
  async change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('personId', IdPipe) personId: string,
    @Body(valid(changeMemberSchema)) body: ChangeMember,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    return revokedReply(reply, await this.members.change(caller, projectId, personId, body));
  }

  @Delete(':personId')
  @Describe({
    summary: 'Removes a member, and named links with them: 204 when no screen shows the project, 202 while pending.',
    access: 'member.remove',
    status: 204,
  })
  async remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('personId', IdPipe) personId: string,
    @Query(valid(removeMemberQuerySchema)) query: RemoveMemberQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    return revokedReply(reply, await this.members.remove(caller, projectId, personId, query));
  }
}
