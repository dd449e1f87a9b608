import { Module } from '@nestjs/common';
import { LetterModule } from '../letter/letter.module';
import { MembershipModule } from '../membership/membership.module';
import { EmailConfirmationController } from './email-confirmation.controller';
import { EmailConfirmations } from './email-confirmations';

@Module({
  imports: [LetterModule, MembershipModule],
  controllers: [EmailConfirmationController],
  providers: [EmailConfirmations],
  exports: [EmailConfirmations],
})
export class ConfirmationModule {}
