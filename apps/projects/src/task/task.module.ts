import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { CompanyModule } from '../company/company.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { Assignees } from './assignees';
import { Lineage } from './lineage';
import { TaskCompletion } from './task-completion';
import { TaskController } from './task.controller';
import { TaskReplies } from './task-replies';
import { TaskService } from './task.service';

@Module({
  imports: [ActivityModule, CompanyModule, ProjectAccessModule],
  controllers: [TaskController],
  providers: [Assignees, Lineage, TaskCompletion, TaskReplies, TaskService],
  exports: [TaskCompletion, TaskService],
})
export class TaskModule {}
