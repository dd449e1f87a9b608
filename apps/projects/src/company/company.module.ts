import { Module } from '@nestjs/common';
import { Companies } from './companies';

@Module({ providers: [Companies], exports: [Companies] })
export class CompanyModule {}
