import { Module } from '@nestjs/common';
import { PortalRevocationModule } from '../portal-revocation/portal-revocation.module';
import { ProjectModule } from '../project/project.module';
import { Authority } from './authority';
import { MemberController } from './member.controller';
import { MemberService } from './member.service';
import { MembershipChanges } from './membership-changes';
import { MembershipStates } from './membership-states';
import { Owners } from './owners';
import { StaffController } from './staff.controller';
import { StaffService } from './staff.service';

@Module({
  imports: [PortalRevocationModule, ProjectModule],
  controllers: [MemberController, StaffController],
  providers: [Authority, MemberService, MembershipChanges, MembershipStates, Owners, StaffService],
  exports: [Authority, MembershipChanges, MembershipStates, Owners, PortalRevocationModule],
})
export class MembershipModule {}
