import { Module } from '@nestjs/common';
import { ConfirmationModule } from '../confirmation/confirmation.module';
import { LetterModule } from '../letter/letter.module';
import { MembershipModule } from '../membership/membership.module';
import { PersonModule } from '../person/person.module';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { Deactivation } from './deactivation';
import { NewPassword } from './new-password';
import { OwnPassword } from './own-password';

@Module({
  imports: [ConfirmationModule, LetterModule, MembershipModule, PersonModule],
  controllers: [AccountController],
  providers: [AccountService, Deactivation, NewPassword, OwnPassword],
  exports: [NewPassword],
})
export class AccountModule {}
