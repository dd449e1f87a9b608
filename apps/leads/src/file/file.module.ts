import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { FileSweep } from './file-sweep';
import { LeadFileController } from './lead-file.controller';
import { LeadFiles } from './lead-files';
import { PrivateFiles } from './private-files';

@Module({
  imports: [ActivityModule, StaffModule],
  controllers: [LeadFileController],
  providers: [FileSweep, LeadFiles, PrivateFiles],
  exports: [LeadFiles],
})
export class FileModule {}
