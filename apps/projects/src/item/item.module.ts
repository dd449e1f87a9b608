import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { TaskModule } from '../task/task.module';
import { ItemController } from './item.controller';
import { ItemService } from './item.service';

@Module({
  imports: [ActivityModule, ProjectAccessModule, TaskModule],
  controllers: [ItemController],
  providers: [ItemService],
})
export class ItemModule {}
