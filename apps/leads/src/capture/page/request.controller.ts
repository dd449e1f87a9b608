import { Controller, Get, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ClientAddress, Describe, Public } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CountVisit } from '../sending/count-visit';
import { isEmbedded, type PageQuery, sendPage } from './page-reply';
import { logoHeaders } from './page-headers';
import { RequestDesk } from './request-desk';
import { RequestFaults } from './request-faults';
import { addressOf } from './request-pages';
import { readTyped } from './typed';

/** The public form in a browser; it needs no script there. */
@Controller('request/:slug')
@Public()
@UseFilters(RequestFaults)
@UseGuards(CountVisit)
export class RequestController {
  constructor(private readonly desk: RequestDesk) {}

  @Get()
  @Describe({ summary: 'The form of a company; with `?embed` it may stand in a frame.', access: 'anyone' })
  async show(@Param('slug') slug: string, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.desk.show(slug, isEmbedded(query)));
  }

  @Post()
  @Describe({ summary: 'Takes a filled-in form: 303 to the thanks, or the form again.', access: 'anyone', status: 303 })
  async take(
    @Param('slug') slug: string,
    @Query() query: PageQuery,
    @ClientAddress() client: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const typed = readTyped(request.headers['content-type'], request.body);
    const again = await this.desk.take(slug, client, typed, isEmbedded(query));
    if (again) await sendPage(reply, again);
    else await reply.redirect(addressOf(slug, '/thanks', isEmbedded(query)), 303);
  }

  @Get('thanks')
  @Describe({ summary: 'What is shown after sending.', access: 'anyone' })
  async thanks(@Param('slug') slug: string, @Query() query: PageQuery, @Res() reply: FastifyReply): Promise<void> {
    await sendPage(reply, await this.desk.thanks(slug, isEmbedded(query)));
  }

  @Get('logo')
  @Describe({ summary: "The company's logo, as the form shows it.", access: 'anyone' })
  async logo(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.desk.logo(slug);
    await reply.headers(logoHeaders).send(bytes);
  }
}
