import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { fileNameQuerySchema, leadFileListSchema, leadFileSchema } from '@porchlight/contracts';
import { downloadHeaders, fileTypes } from '@porchlight/media';
import { Bytes, Caller, Describe, IdPipe, NewId, type RawBody, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { LeadFiles } from './lead-files';

@Controller('api/leads/:id/files')
export class LeadFileController {
  constructor(private readonly files: LeadFiles) {}

  @Get()
  @Describe({
    summary: 'The photos and documents of a lead, newest first.',
    access: 'lead.read',
    reply: leadFileListSchema,
  })
  async list(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return { items: await this.files.list(caller, id), nextCursor: null };
  }

  @Post()
  @Describe({
    summary: 'Adds a photo or document to a lead; the file itself is the body, up to 15 MB. 100 files at most.',
    access: 'lead.change',
    takes: fileTypes,
    reply: leadFileSchema,
  })
  add(
    @Caller() caller: Caller,
    @Param('id', IdPipe) leadId: string,
    @Query(valid(fileNameQuerySchema)) { name }: z.infer<typeof fileNameQuerySchema>,
    @NewId() id: string,
    @Bytes() body: RawBody,
  ) {
    return this.files.add(caller, leadId, id, name, body);
  }

  @Get(':fileId')
  @Describe({ summary: 'The bytes of a file of a lead, always as an attachment.', access: 'lead.read' })
  async read(
    @Caller() caller: Caller,
    @Param('id', IdPipe) leadId: string,
    @Param('fileId', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, size, bytes } = await this.files.read(caller, leadId, id);
    await reply.headers(downloadHeaders(file, size)).send(bytes);
  }

  @Delete(':fileId')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Describe({ summary: 'Removes a file of a lead.', access: 'lead.change', status: HttpStatus.NO_CONTENT })
  remove(@Caller() caller: Caller, @Param('id', IdPipe) leadId: string, @Param('fileId', IdPipe) id: string) {
    return this.files.remove(caller, leadId, id);
  }
}
