import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  changeItemSchema,
  createItemSchema,
  itemListSchema,
  itemSchema,
  pageQuerySchema,
  type ChangeItem,
  type CreateItem,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { ItemService } from './item.service';

@Controller('api/projects/:id/items')
export class ItemController {
  constructor(private readonly items: ItemService) {}

  @Get()
  @Describe({ summary: 'What the customer owes the job.', access: 'item.read', reply: itemListSchema })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.items.list(caller, id, page);
  }

  @Post()
  @Describe({ summary: 'Create a customer item, or turn a task into one.', access: 'item.change', reply: itemSchema })
  create(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @NewId() itemId: string,
    @Body(valid(createItemSchema)) body: CreateItem,
  ) {
    return this.items.create(caller, id, itemId, body);
  }

  @Patch(':itemId')
  @Describe({ summary: 'Change a customer item.', access: 'item.change', reply: itemSchema })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('itemId', IdPipe) itemId: string,
    @IfMatch() version: number,
    @Body(valid(changeItemSchema)) body: ChangeItem,
  ) {
    return this.items.change(caller, id, itemId, version, body);
  }

  @Delete(':itemId')
  @HttpCode(204)
  @Describe({ summary: 'Delete a customer item.', access: 'item.change', status: 204 })
  remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('itemId', IdPipe) itemId: string,
    @IfMatch() version: number,
  ) {
    return this.items.remove(caller, id, itemId, version);
  }
}
