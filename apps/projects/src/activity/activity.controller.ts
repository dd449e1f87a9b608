import { Controller, Get, Param, Query } from '@nestjs/common';
import { activityListSchema, pageQuerySchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { ActivityService } from './activity.service';

@Controller('api/projects/:id/activity')
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Get()
  @Describe({
    summary: 'Who changed what, when, from what to what; newest first.',
    access: 'activity.read',
    reply: activityListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.activity.list(caller, id, page);
  }
}
