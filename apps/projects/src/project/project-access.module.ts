import { Module } from '@nestjs/common';
import { CompanyModule } from '../company/company.module';
import { MemberModule } from '../member/member.module';
import { PortalViewModule } from '../portal-view/portal-view.module';
import { ProjectAccess } from './project-access';

@Module({
  imports: [CompanyModule, MemberModule, PortalViewModule],
  providers: [ProjectAccess],
  exports: [ProjectAccess],
})
export class ProjectAccessModule {}
