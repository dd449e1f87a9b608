import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  changeMilestoneSchema,
  createMilestoneSchema,
  milestoneListSchema,
  milestoneSchema,
  pageQuerySchema,
  type ChangeMilestone,
  type CreateMilestone,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { MilestoneService } from './milestone.service';

@Controller('api/projects/:id/milestones')
export class MilestoneController {
  constructor(private readonly milestones: MilestoneService) {}

  @Get()
  @Describe({
    summary: 'The milestones of a project, by target date.',
    access: 'milestone.read',
    reply: milestoneListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.milestones.list(caller, id, page);
  }

  @Post()
  @Describe({
    summary: 'Create a milestone; the customer sees it.',
    access: 'milestone.change',
    reply: milestoneSchema,
  })
  create(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @NewId() milestoneId: string,
    @Body(valid(createMilestoneSchema)) body: CreateMilestone,
  ) {
    return this.milestones.create(caller, id, milestoneId, body);
  }

  @Patch(':milestoneId')
  @Describe({
    summary: 'Change a milestone, or say when it was reached.',
    access: 'milestone.change',
    reply: milestoneSchema,
  })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('milestoneId', IdPipe) milestoneId: string,
    @IfMatch() version: number,
    @Body(valid(changeMilestoneSchema)) body: ChangeMilestone,
  ) {
    return this.milestones.change(caller, id, milestoneId, version, body);
  }

  @Delete(':milestoneId')
  @HttpCode(204)
  @Describe({ summary: 'Delete a milestone.', access: 'milestone.change', status: 204 })
  remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('milestoneId', IdPipe) milestoneId: string,
    @IfMatch() version: number,
  ) {
    return this.milestones.remove(caller, id, milestoneId, version);
  }
}
