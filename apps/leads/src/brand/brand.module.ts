import { Module } from '@nestjs/common';
import { CompanyModule } from '../company/company.module';
import { MemberModule } from '../member/member.module';
import { PortalModule } from '../portal/portal.module';
import { BrandController } from './brand.controller';
import { BrandService } from './brand.service';

@Module({
  imports: [CompanyModule, MemberModule, PortalModule],
  controllers: [BrandController],
  providers: [BrandService],
  exports: [BrandService],
})
export class BrandModule {}
