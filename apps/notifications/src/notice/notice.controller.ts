import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { noticeListSchema, seenNoticesSchema } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { Caller, Describe, HintStreams, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { companyQuerySchema, type CompanyQuery, type NoticePage, noticePageSchema } from './notice-page';
import { NoticeService } from './notice.service';

@Controller('api/notifications')
export class NoticeController {
  constructor(
    private readonly notices: NoticeService,
    private readonly staff: Staff,
    private readonly streams: HintStreams,
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
  async follow(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) query: CompanyQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const companyId = await this.requireReader(caller, query.companyId);
    this.streams.serve(caller, companyId, () => this.requireReader(caller, companyId), reply);
  }

  private requireReader(caller: Caller, companyId: string | undefined): Promise<string> {
    return this.staff.inCompany(caller, companyId, 'notice.read', async (_em, place) => place.companyId);
  }
}
