import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { PersonModule } from '../person/person.module';
import { ProjectModule } from '../project/project.module';
import { AcceptanceController } from './acceptance.controller';
import { AcceptanceService } from './acceptance.service';
import { InvitationBatch } from './invitation-batch';
import { InvitationLinks } from './invitation-links';
import { InvitationList } from './invitation-list';
import { InvitationMail } from './invitation-mail';
import { InvitationReplies } from './invitation-replies';
import { InvitationController } from './invitation.controller';
import { InvitationService } from './invitation.service';

@Module({
  imports: [MembershipModule, PersonModule, ProjectModule],
  controllers: [AcceptanceController, InvitationController],
  providers: [
    AcceptanceService,
    InvitationBatch,
    InvitationLinks,
    InvitationList,
    InvitationMail,
    InvitationReplies,
    InvitationService,
  ],
  exports: [InvitationMail],
})
export class InvitationModule {}
