import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { companyQuerySchema, type CompanyQuery, noticeListSchema, seenNoticesSchema } from '@porchlight/contracts';
import { StaffChanges } from '@porchlight/messaging';
import { Caller, Describe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type NoticePage, noticePageSchema } from './notice-page';
import { NoticeService } from './notice.service';

@Controller('api/notifications')
export class NoticeController {
  constructor(
    private readonly notices: NoticeService,
    private readonly changes: StaffChanges,
  ) {}

  @Get('notices')
  @Describe({
    summary: 'What happened in the company, newest first, and how much of it the caller has not seen.',
    access: 'notice.read',
    reply: noticeListSchema,
  })
  list(@Caller() caller: Caller, @Query(valid(noticePageSchema)) page: NoticePage) {
    return this.notices.list(caller, page);
  }

  @Post('notices/seen')
  @HttpCode(204)
  @Describe({ summary: 'Notes that the caller has seen everything up to this notice.', access: 'notice.read' })
  see(@Caller() caller: Caller, @Body(valid(seenNoticesSchema)) { upTo }: z.infer<typeof seenNoticesSchema>) {
    return this.notices.see(caller, upTo);
  }

  @Get('changes')
  @Describe({
    summary: 'That there is something new, as server-sent events for as long as it is read.',
    access: 'notice.read',
  })
  follow(@Caller() caller: Caller, @Query(valid(companyQuerySchema)) query: CompanyQuery, @Res() reply: FastifyReply) {
    return this.changes.follow(caller, query.companyId, 'notice.read', reply);
  }
}
