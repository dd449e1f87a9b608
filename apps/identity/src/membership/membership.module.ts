import { Module } from '@nestjs/common';
import { ProjectModule } from '../project/project.module';
import { Authority } from './authority';
import { MemberController } from './member.controller';
import { MemberService } from './member.service';
import { MembershipStates } from './membership-states';
import { PortalRevocations } from './portal-revocations';

@Module({
  imports: [ProjectModule],
  controllers: [MemberController],
  providers: [Authority, MemberService, MembershipStates, PortalRevocations],
  exports: [Authority, MembershipStates],
})
export class MembershipModule {}
