import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { CompanyModule } from '../company/company.module';
import { LeadShells } from './lead-shells';
import { PortalController } from './portal.controller';
import { PortalService } from './portal.service';
import { ProjectPortals } from './project-portals';
import { Shells } from './shells';

@Module({
  imports: [ActivityModule, CompanyModule, StaffModule],
  controllers: [PortalController],
  providers: [LeadShells, PortalService, ProjectPortals, Shells],
  exports: [LeadShells, ProjectPortals, Shells],
})
export class PortalModule {}
