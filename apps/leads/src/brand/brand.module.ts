import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { CompanyModule } from '../company/company.module';
import { PortalModule } from '../portal/portal.module';
import { BrandDesk } from './brand-desk';
import { BrandPictures } from './brand-pictures';
import { BrandController } from './brand.controller';
import { BrandService } from './brand.service';
import { PictureController } from './picture.controller';

@Module({
  imports: [CompanyModule, StaffModule, PortalModule],
  controllers: [BrandController, PictureController],
  providers: [BrandDesk, BrandPictures, BrandService],
  exports: [BrandService],
})
export class BrandModule {}
