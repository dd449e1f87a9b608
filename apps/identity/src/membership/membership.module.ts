import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { Authority } from './authority';
import { MemberController } from './member.controller';
import { MemberService } from './member.service';
import { MembershipStates } from './membership-states';
import { Owners } from './owners';
import { PortalRevocations } from './portal-revocations';

@Module({
  imports: [ProjectModule],
  controllers: [MemberController],
  providers: [Authority, MemberService, MembershipStates, Owners, PortalRevocations],
  exports: [Authority, MembershipStates, Owners, PortalRevocations],
})
export class MembershipModule {}
