import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  changeProjectFileSchema,
  fileNameQuerySchema,
  pageQuerySchema,
  projectFileListSchema,
  projectFileSchema,
  projectFileSizeQuerySchema,
} from '@porchlight/contracts';
import { downloadHeaders, fileTypes } from '@porchlight/media';
import { Bytes, Caller, Describe, IdPipe, IfMatch, NewId, type RawBody, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ProjectFiles } from './project-files';

@Controller('api/projects/:id/files')
export class FileController {
  constructor(private readonly files: ProjectFiles) {}

  @Get()
  @Describe({
    summary: 'The photos and documents of a project, newest first.',
    access: 'file.read',
    reply: projectFileListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.files.list(caller, id, page);
  }

  @Post()
  @Describe({
    summary: 'Adds a photo or document; the file itself is the body, up to 15 MB. Private until it is shared.',
    access: 'file.change',
    takes: fileTypes,
    reply: projectFileSchema,
  })
  add(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Query(valid(fileNameQuerySchema)) { name }: z.infer<typeof fileNameQuerySchema>,
    @NewId() id: string,
    @Bytes() body: RawBody,
  ) {
    return this.files.add(caller, projectId, id, name, body);
  }

  @Patch(':fileId')
  @Describe({
    summary: 'Gives a file the title that the customer reads.',
    access: 'file.change',
    reply: projectFileSchema,
  })
  retitle(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('fileId', IdPipe) id: string,
    @IfMatch() version: number,
    @Body(valid(changeProjectFileSchema)) { title }: z.infer<typeof changeProjectFileSchema>,
  ) {
    return this.files.retitle(caller, projectId, id, version, title);
  }

  @Delete(':fileId')
  @HttpCode(204)
  @Describe({
    summary: 'Removes a file, from the portal as well where it was shared.',
    access: 'file.change',
    status: 204,
  })
  remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('fileId', IdPipe) id: string,
    @IfMatch() version: number,
  ) {
    return this.files.remove(caller, projectId, id, version);
  }

  @Get(':fileId/content')
  @Describe({ summary: 'The bytes of a file, always as an attachment.', access: 'file.read' })
  async content(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('fileId', IdPipe) id: string,
    @Query(valid(projectFileSizeQuerySchema)) query: z.infer<typeof projectFileSizeQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, size, bytes } = await this.files.read(caller, projectId, id, query.size);
    await reply.headers(downloadHeaders(file, size)).send(bytes);
  }
}
