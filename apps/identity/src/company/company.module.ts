import { Module } from '@nestjs/common';
import { ConfirmationModule } from '../confirmation/confirmation.module';
import { MembershipModule } from '../membership/membership.module';
import { PersonModule } from '../person/person.module';
import { CompanyAnswers } from './company-answers';
import { CompanyController } from './company.controller';
import { CompanyService } from './company.service';
import { Registration } from './registration';
import { RegistrationController } from './registration.controller';

@Module({
  imports: [ConfirmationModule, MembershipModule, PersonModule],
  controllers: [CompanyController, RegistrationController],
  providers: [CompanyAnswers, CompanyService, Registration],
  exports: [CompanyAnswers],
})
export class CompanyModule {}
