import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query, Res } from '@nestjs/common';
import { changeStaffSchema, memberListSchema, type ChangeStaff, type Pending } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { idPageQuerySchema, type IdPageQuery } from '../paging';
import { revokedReply } from './revoked-reply';
import { StaffService } from './staff.service';

@Controller('api/identity/companies/:id/staff')
export class StaffController {
  constructor(private readonly staff: StaffService) {}

  @Get()
  @Describe({ summary: 'The owners and managers of a company.', access: 'staff.read', reply: memberListSchema })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) companyId: string,
    @Query(valid(idPageQuerySchema)) query: IdPageQuery,
  ): Promise<z.infer<typeof memberListSchema>> {
    return this.staff.list(caller, companyId, query);
  }

  @Patch(':personId')
  @HttpCode(204)
  @Describe({ summary: 'Makes a manager an owner, or back.', access: 'staff.change', status: 204 })
  async change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) companyId: string,
    @Param('personId', IdPipe) personId: string,
    @Body(valid(changeStaffSchema)) body: ChangeStaff,
  ): Promise<void> {
    await this.staff.change(caller, companyId, personId, body);
  }

  @Delete(':personId')
  @Describe({
    summary: 'Removes somebody from the staff: 204 when no screen of theirs shows a portal, 202 while that is pending.',
    access: 'staff.remove',
    status: 204,
  })
  async remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) companyId: string,
    @Param('personId', IdPipe) personId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pending | undefined> {
    return revokedReply(reply, await this.staff.remove(caller, companyId, personId));
  }
}
