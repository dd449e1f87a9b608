import { Module } from '@nestjs/common';
import { PortalRevocationModule } from '../portal-revocation/portal-revocation.module';
import { ProjectModule } from '../project/project.module';
import { Authority } from './authority';
import { MemberController } from './member.controller';
import { MemberService } from './member.service';
import { MembershipStates } from './membership-states';
import { Owners } from './owners';

@Module({
  imports: [PortalRevocationModule, ProjectModule],
  controllers: [MemberController],
  providers: [Authority, MemberService, MembershipStates, Owners],
  exports: [Authority, MembershipStates, Owners, PortalRevocationModule],
})
export class MembershipModule {}
