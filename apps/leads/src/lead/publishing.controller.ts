import { Body, Controller, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { type Convert, convertSchema, type Publish, publishedSchema, publishSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import { ConvertingService } from './converting.service';
import { PublishingService } from './publishing.service';

/** From a lead to its project. */
@Controller('api/leads/:id')
export class PublishingController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly converting: ConvertingService,
  ) {}

  @Post('publish')
  @Describe({
    summary: 'Publish Project: 201 the first time, then 200 with the same.',
    access: 'lead.publish',
    reply: publishedSchema,
  })
  async publish(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body(valid(publishSchema)) body: Publish,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { first, portal } = await this.publishing.publish(caller, id, body);
    void reply.status(first ? HttpStatus.CREATED : HttpStatus.OK);
    return { portal };
  }

  @Post('convert')
  @HttpCode(HttpStatus.OK)
  @Describe({
    summary: 'The lead is won and its project runs; published first where it was not.',
    access: 'lead.publish',
    reply: publishedSchema,
    status: HttpStatus.OK,
  })
  async convert(@Caller() caller: Caller, @Param('id', IdPipe) id: string, @Body(valid(convertSchema)) body: Convert) {
    return { portal: await this.converting.convert(caller, id, body) };
  }
}
