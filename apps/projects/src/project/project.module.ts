import { Module } from '@nestjs/common';
import { ActivityController } from '../activity/activity.controller';
import { ActivityModule } from '../activity/activity.module';
import { ActivityService } from '../activity/activity.service';
import { BudgetController } from '../budget/budget.controller';
import { BudgetService } from '../budget/budget.service';
import { CompanyModule } from '../company/company.module';
import { MemberModule } from '../member/member.module';
import { PortalViewModule } from '../portal-view/portal-view.module';
import { TaskModule } from '../task/task.module';
import { ProjectAccessModule } from './project-access.module';
import { ProjectController } from './project.controller';
import { ProjectList } from './project-list';
import { ProjectReplies } from './project-replies';
import { ProjectService } from './project.service';
import { ProjectStartModule } from './project-start.module';

@Module({
  imports: [
    ActivityModule,
    CompanyModule,
    MemberModule,
    PortalViewModule,
    ProjectAccessModule,
    ProjectStartModule,
    TaskModule,
  ],
  controllers: [ProjectController, ActivityController, BudgetController],
  providers: [ActivityService, BudgetService, ProjectList, ProjectReplies, ProjectService],
  exports: [ProjectStartModule],
})
export class ProjectModule {}
