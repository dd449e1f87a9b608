import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { ClientModule } from '../client/client.module';
import { CompanyModule } from '../company/company.module';
import { LeadModule } from '../lead/lead.module';
import { ExportService } from './export.service';
import { ImportController } from './import.controller';
import { ImportService } from './import.service';

@Module({
  imports: [ActivityModule, ClientModule, CompanyModule, LeadModule, StaffModule],
  controllers: [ImportController],
  providers: [ExportService, ImportService],
})
export class ImportModule {}
