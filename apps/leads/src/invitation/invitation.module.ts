import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { ClientModule } from '../client/client.module';
import { LeadModule } from '../lead/lead.module';
import { ContactAccess } from './contact-access';
import { ContactAccessController } from './contact-access.controller';
import { ContactInviting } from './contact-inviting';
import { CustomerInvitations } from './customer-invitations';
import { InvitationCopy } from './invitation-copy';

@Module({
  imports: [ActivityModule, ClientModule, LeadModule, StaffModule],
  controllers: [ContactAccessController],
  providers: [ContactAccess, ContactInviting, CustomerInvitations, InvitationCopy],
  exports: [InvitationCopy],
})
export class InvitationModule {}
