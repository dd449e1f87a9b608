import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { createUpdateSchema, pageQuerySchema, updateListSchema, updateSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { UpdateService } from './update.service';

@Controller('api/projects/:id/updates')
export class UpdateController {
  constructor(private readonly updates: UpdateService) {}

  @Get()
  @Describe({
    summary: 'What was written for the customer, newest first.',
    access: 'update.read',
    reply: updateListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.updates.list(caller, id, page);
  }

  @Post()
  @Describe({
    summary: 'Write to the customer, with a photo perhaps; it is in the portal at once.',
    access: 'update.change',
    reply: updateSchema,
  })
  create(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @NewId() updateId: string,
    @Body(valid(createUpdateSchema)) body: z.infer<typeof createUpdateSchema>,
  ) {
    return this.updates.create(caller, id, updateId, body);
  }

  @Delete(':updateId')
  @HttpCode(204)
  @Describe({ summary: 'Take an update back.', access: 'update.change', status: 204 })
  remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('updateId', IdPipe) updateId: string,
    @IfMatch() version: number,
  ) {
    return this.updates.remove(caller, id, updateId, version);
  }
}
