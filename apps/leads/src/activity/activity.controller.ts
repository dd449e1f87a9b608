import { Controller, Get, Param, Query } from '@nestjs/common';
import { leadActivityListSchema, pageQuerySchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { ActivityService } from './activity.service';

@Controller('api/leads/:id/activity')
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Get()
  @Describe({
    summary: 'Who did what to a lead, when, from what to what; newest first.',
    access: 'lead.read',
    reply: leadActivityListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.activity.list(caller, id, page);
  }
}
