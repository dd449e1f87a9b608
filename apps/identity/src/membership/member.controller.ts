import { Controller, Delete, Get, Param, Query, Res } from '@nestjs/common';
import { memberListSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { idPageQuerySchema, type IdPageQuery } from '../paging';
import { MemberService } from './member.service';

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

  @Delete(':personId')
  @Describe({
    summary: 'Removes a member: 204 when no screen of theirs shows the project, 202 while that is pending.',
    access: 'member.remove',
    status: 204,
  })
  async remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('personId', IdPipe) personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: 'pending' } | undefined> {
    const done = await this.members.remove(caller, projectId, personId);
    void reply.status(done ? 204 : 202);
    return done ? undefined : { status: 'pending' };
  }
}
