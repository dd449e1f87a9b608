import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { linkRequestSchema } from '@porchlight/contracts';
import { ClientAddress, Describe, IdPipe, Public, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { LinkRequestService } from './link-request.service';

@Controller('api/portal/:projectId/link-requests')
@Public()
export class LinkRequestController {
  constructor(private readonly requests: LinkRequestService) {}

  @Post()
  @HttpCode(202)
  @Describe({
    summary:
      'Asks for a new way in, which is mailed to whom the builder gave one. Says the same for every address and project.',
    access: 'anyone',
    status: 202,
  })
  async ask(
    @Param('projectId', IdPipe) projectId: string,
    @Body(valid(linkRequestSchema)) asked: z.infer<typeof linkRequestSchema>,
    @ClientAddress() client: string,
  ): Promise<Record<string, never>> {
    await this.requests.ask(projectId, asked, client);
    return {};
  }
}
