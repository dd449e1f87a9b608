import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ClientModule } from '../client/client.module';
import { CompanyModule } from '../company/company.module';
import { PortalModule } from '../portal/portal.module';
import { LeadController } from './lead.controller';
import { LeadService } from './lead.service';
import { PublishingService } from './publishing.service';

@Module({
  imports: [ClientModule, CompanyModule, StaffModule, PortalModule],
  controllers: [LeadController],
  providers: [LeadService, PublishingService],
  exports: [PublishingService],
})
export class LeadModule {}
