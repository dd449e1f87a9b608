import { Module } from '@nestjs/common';
import { ConfirmationModule } from '../confirmation/confirmation.module';
import { MembershipModule } from '../membership/membership.module';
import { PersonModule } from '../person/person.module';
import { CompanyAnswers } from './company-answers';
import { CompanyController } from './company.controller';
import { CompanyService } from './company.service';

@Module({
  imports: [ConfirmationModule, MembershipModule, PersonModule],
  controllers: [CompanyController],
  providers: [CompanyAnswers, CompanyService],
  exports: [CompanyAnswers],
})
export class CompanyModule {}
