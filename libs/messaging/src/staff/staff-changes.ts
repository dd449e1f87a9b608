import { Injectable } from '@nestjs/common';
import type { Action } from '@porchlight/contracts';
import { type Caller, HintStreams } from '@porchlight/platform';
import type { FastifyReply } from 'fastify';
import { Staff } from './staff';

/** What the staff's open screens follow: hints of one company, for as long as the policy lets the reader `action` there. */
@Injectable()
export class StaffChanges {
  constructor(
    private readonly staff: Staff,
    private readonly streams: HintStreams,
  ) {}

  async follow(caller: Caller, wanted: string | undefined, action: Action, reply: FastifyReply): Promise<void> {
    const require = (companyId: string | undefined) =>
      this.staff.inCompany(caller, companyId, action, async (_em, place) => place.companyId);
    const companyId = await require(wanted);
    this.streams.serve(caller, companyId, () => require(companyId), reply);
  }
}
