import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { FileModule } from '../file/file.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { UpdateController } from './update.controller';
import { UpdateService } from './update.service';

@Module({
  imports: [ActivityModule, FileModule, ProjectAccessModule],
  controllers: [UpdateController],
  providers: [UpdateService],
})
export class UpdateModule {}
