import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  createLinkSchema,
  idSchema,
  linkListSchema,
  linkSchema,
  pageQuerySchema,
  revokedLinkSchema,
  type CreateLink,
  type Link,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, NewId, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { LinksService, type Page } from './links.service';

const pageSchema = pageQuerySchema.extend({ cursor: idSchema.optional() });

@Controller('api/portal/:projectId/links')
export class LinksController {
  constructor(private readonly links: LinksService) {}

  @Get()
  @Describe({ summary: "The project's share links.", access: 'link.read', reply: linkListSchema })
  list(
    @Caller() caller: Caller,
    @Param('projectId', IdPipe) projectId: string,
    @Query(valid(pageSchema)) page: Page,
  ): Promise<z.infer<typeof linkListSchema>> {
    return this.links.list(caller, projectId, page);
  }

  @Post()
  @Describe({ summary: 'Make a named share link.', access: 'link.change', reply: linkSchema })
  create(
    @Caller() caller: Caller,
    @Param('projectId', IdPipe) projectId: string,
    @NewId() id: string,
    @Body(valid(createLinkSchema)) body: CreateLink,
  ): Promise<Link> {
    return this.links.create(caller, projectId, id, body);
  }

  @Post(':linkId/rotate')
  @HttpCode(200)
  @Describe({
    summary: 'Replace a link by a new one; the old one dies at once.',
    access: 'link.change',
    reply: linkSchema,
    status: 200,
  })
  rotate(
    @Caller() caller: Caller,
    @Param('projectId', IdPipe) projectId: string,
    @Param('linkId', IdPipe) linkId: string,
  ): Promise<Link> {
    return this.links.rotate(caller, projectId, linkId);
  }

  @Delete(':linkId')
  @Describe({
    summary: 'Revoke a link; its open screens close at once.',
    access: 'link.change',
    reply: revokedLinkSchema,
  })
  revoke(
    @Caller() caller: Caller,
    @Param('projectId', IdPipe) projectId: string,
    @Param('linkId', IdPipe) linkId: string,
  ): Promise<z.infer<typeof revokedLinkSchema>> {
    return this.links.revoke(caller, projectId, linkId);
  }
}
