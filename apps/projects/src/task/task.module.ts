import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { CompanyModule } from '../company/company.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { Assignees } from './assignees';
import { InvitationModule } from '../invitation/invitation.module';
import { Joining } from './joining';
import { Lineage } from './lineage';
import { Rescheduling } from './rescheduling';
import { TaskCompletion } from './task-completion';
import { TaskController } from './task.controller';
import { TaskReplies } from './task-replies';
import { TaskService } from './task.service';

@Module({
  imports: [ActivityModule, CompanyModule, InvitationModule, ProjectAccessModule],
  controllers: [TaskController],
  providers: [Assignees, Joining, Lineage, Rescheduling, TaskCompletion, TaskReplies, TaskService],
  exports: [Joining, Rescheduling, TaskCompletion, TaskService],
})
export class TaskModule {}
