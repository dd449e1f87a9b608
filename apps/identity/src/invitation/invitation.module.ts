import { Module } from '@nestjs/common';
import { MembershipModule } from '../membership/membership.module';
import { PersonModule } from '../person/person.module';
import { ProjectModule } from '../project/project.module';
import { AcceptanceController } from './acceptance.controller';
import { AcceptanceService } from './acceptance.service';
import { AcceptedMail } from './accepted-mail';
import { CustomerInvitations } from './customer-invitations';
import { InvitationBatch } from './invitation-batch';
import { InvitationByLink } from './invitation-by-link';
import { InvitationEvents } from './invitation-events';
import { InvitationLinks } from './invitation-links';
import { InvitationList } from './invitation-list';
import { InvitationMail } from './invitation-mail';
import { InvitationPage } from './invitation-page';
import { InvitationReplies } from './invitation-replies';
import { InvitationController } from './invitation.controller';
import { InvitationService } from './invitation.service';
import { Invitees } from './invitees';
import { OpenInvitations } from './open-invitations';
import { ReaddressedInvitations } from './readdressed-invitations';
import { Readdressings } from './readdressings';
import { Sendings } from './sendings';

@Module({
  imports: [MembershipModule, PersonModule, ProjectModule],
  controllers: [AcceptanceController, InvitationController],
  providers: [
    AcceptanceService,
    AcceptedMail,
    CustomerInvitations,
    InvitationBatch,
    InvitationByLink,
    InvitationEvents,
    InvitationLinks,
    InvitationList,
    InvitationMail,
    InvitationPage,
    InvitationReplies,
    InvitationService,
    Invitees,
    OpenInvitations,
    ReaddressedInvitations,
    Readdressings,
    Sendings,
  ],
  exports: [AcceptedMail, CustomerInvitations, InvitationMail, OpenInvitations, ReaddressedInvitations],
})
export class InvitationModule {}
