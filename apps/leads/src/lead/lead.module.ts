import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { ClientModule } from '../client/client.module';
import { CompanyModule } from '../company/company.module';
import { FileModule } from '../file/file.module';
import { PortalModule } from '../portal/portal.module';
import { ConvertingService } from './converting.service';
import { DuplicateController } from './duplicate.controller';
import { Duplicates } from './duplicates';
import { LeadList } from './lead-list';
import { LeadController } from './lead.controller';
import { LeadService } from './lead.service';
import { PublishingController } from './publishing.controller';
import { PublishingService } from './publishing.service';

@Module({
  imports: [ActivityModule, ClientModule, CompanyModule, FileModule, StaffModule, PortalModule],
  controllers: [DuplicateController, LeadController, PublishingController],
  providers: [ConvertingService, Duplicates, LeadList, LeadService, PublishingService],
  exports: [Duplicates, LeadList, PublishingService],
})
export class LeadModule {}
