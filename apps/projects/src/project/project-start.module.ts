import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { CompanyModule } from '../company/company.module';
import { MemberModule } from '../member/member.module';
import { PortalViewModule } from '../portal-view/portal-view.module';
import { ProjectStart } from './project-start';
import { PublicationChanges } from './publication-changes';
import { PublishedProjects } from './published-projects';

@Module({
  imports: [ActivityModule, CompanyModule, MemberModule, PortalViewModule],
  providers: [ProjectStart, PublicationChanges, PublishedProjects],
  exports: [ProjectStart, PublicationChanges, PublishedProjects],
})
export class ProjectStartModule {}
