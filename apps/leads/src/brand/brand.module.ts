import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { CompanyModule } from '../company/company.module';
import { PortalModule } from '../portal/portal.module';
import { BrandController } from './brand.controller';
import { BrandService } from './brand.service';

@Module({
  imports: [CompanyModule, StaffModule, PortalModule],
  controllers: [BrandController],
  providers: [BrandService],
  exports: [BrandService],
})
export class BrandModule {}
