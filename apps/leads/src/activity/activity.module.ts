import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityController } from './activity.controller';
import { ActivityService } from './activity.service';
import { Trail } from './trail';

@Module({
  imports: [StaffModule],
  controllers: [ActivityController],
  providers: [ActivityService, Trail],
  exports: [Trail],
})
export class ActivityModule {}
