import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module';
import { LetterModule } from '../letter/letter.module';
import { PersonModule } from '../person/person.module';
import { PasswordResetController } from './password-reset.controller';
import { PasswordResets } from './password-resets';

@Module({
  imports: [AccountModule, LetterModule, PersonModule],
  controllers: [PasswordResetController],
  providers: [PasswordResets],
})
export class ResetModule {}
