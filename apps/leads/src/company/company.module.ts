import { Module } from '@nestjs/common';
import { CompanyCopy } from './company.copy';

@Module({ providers: [CompanyCopy], exports: [CompanyCopy] })
export class CompanyModule {}
