import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { changePortalSettingsSchema, portalSettingsSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { PortalService } from './portal.service';

@Controller('api/leads/portals')
export class PortalController {
  constructor(private readonly portals: PortalService) {}

  @Get(':projectId')
  @Describe({ summary: "The settings of a project's portal.", access: 'welcome.read', reply: portalSettingsSchema })
  get(@Caller() caller: Caller, @Param('projectId', IdPipe) projectId: string) {
    return this.portals.settings(caller, projectId);
  }

  @Patch(':projectId')
  @Describe({
    summary: 'Changes the name and what the client reads first. If-Match.',
    access: 'welcome.change',
    reply: portalSettingsSchema,
  })
  patch(
    @Caller() caller: Caller,
    @Param('projectId', IdPipe) projectId: string,
    @IfMatch() version: number,
    @Body(valid(changePortalSettingsSchema)) body: z.infer<typeof changePortalSettingsSchema>,
  ) {
    return this.portals.change(caller, projectId, version, body);
  }
}
