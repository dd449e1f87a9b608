import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@porchlight/messaging';
import { PlatformModule } from '@porchlight/platform';
import { AccountModule } from './account/account.module';
import { Company } from './company/company.entity';
import { CompanyModule } from './company/company.module';
import type { Config } from './config';
import { ConfirmationModule } from './confirmation/confirmation.module';
import { EmailConfirmation } from './confirmation/email-confirmation.entity';
import { DeviceModule } from './device/device.module';
import { Invitation } from './invitation/invitation.entity';
import { InvitationModule } from './invitation/invitation.module';
import { LetterModule } from './letter/letter.module';
import { LimitModule } from './limit/limit.module';
import { LinkRequestModule } from './link-request/link-request.module';
import { Readdressing } from './invitation/readdressing.entity';
import { Membership } from './membership/membership.entity';
import { MembershipModule } from './membership/membership.module';
import { PeopleModule } from './membership/people.module';
import { PortalRevocation } from './portal-revocation/portal-revocation.entity';
import { Person } from './person/person.entity';
import { PersonModule } from './person/person.module';
import { ProjectCopy } from './project/project-copy.entity';
import { ProjectModule } from './project/project.module';
import { PasswordReset } from './reset/password-reset.entity';
import { ResetModule } from './reset/reset.module';
import { Session } from './session/session.entity';
import { SessionModule } from './session/session.module';
import { Subscriptions } from './subscriptions';

const service = 'identity';
const entities = [
  Company,
  EmailConfirmation,
  Invitation,
  Membership,
  PasswordReset,
  Person,
  PortalRevocation,
  ProjectCopy,
  Readdressing,
  Session,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ service, config, entities }),
        MessagingModule.with({ service, config }),
        AccountModule,
        CompanyModule,
        ConfirmationModule,
        DeviceModule,
        InvitationModule,
        LetterModule,
        LimitModule,
        LinkRequestModule,
        MembershipModule,
        PeopleModule,
        PersonModule,
        ProjectModule,
        ResetModule,
        SessionModule,
      ],
      controllers: [Subscriptions],
    };
  }
}
