import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { MilestoneController } from './milestone.controller';
import { MilestoneService } from './milestone.service';

@Module({
  imports: [ActivityModule, ProjectAccessModule],
  controllers: [MilestoneController],
  providers: [MilestoneService],
})
export class MilestoneModule {}
