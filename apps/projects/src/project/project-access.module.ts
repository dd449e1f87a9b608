import { Module } from '@nestjs/common';
import { CompanyModule } from '../company/company.module';
import { MemberModule } from '../member/member.module';
import { PortalViewModule } from '../portal-view/portal-view.module';
import { ProjectAccess } from './project-access';
import { ProjectStartModule } from './project-start.module';

@Module({
  imports: [CompanyModule, MemberModule, PortalViewModule, ProjectStartModule],
  providers: [ProjectAccess],
  exports: [ProjectAccess],
})
export class ProjectAccessModule {}
