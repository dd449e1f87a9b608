import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { PortalViewModule } from '../portal-view/portal-view.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { ConfirmationController } from './confirmation.controller';
import { ConfirmationService } from './confirmation.service';

@Module({
  imports: [ActivityModule, PortalViewModule, ProjectAccessModule],
  controllers: [ConfirmationController],
  providers: [ConfirmationService],
})
export class ConfirmationModule {}
