import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@porchlight/messaging';
import { PlatformModule } from '@porchlight/platform';
import { Company } from './company/company.entity';
import { CompanyModule } from './company/company.module';
import type { Config } from './config';
import { DeviceModule } from './device/device.module';
import { Invitation } from './invitation/invitation.entity';
import { InvitationModule } from './invitation/invitation.module';
import { LimitModule } from './limit/limit.module';
import { Membership } from './membership/membership.entity';
import { MembershipModule } from './membership/membership.module';
import { PortalRevocation } from './portal-revocation/portal-revocation.entity';
import { Person } from './person/person.entity';
import { PersonModule } from './person/person.module';
import { ProjectCopy } from './project/project-copy.entity';
import { ProjectModule } from './project/project.module';
import { Session } from './session/session.entity';
import { SessionModule } from './session/session.module';
import { Subscriptions } from './subscriptions';

const service = 'identity';
const entities = [Company, Invitation, Membership, Person, PortalRevocation, ProjectCopy, Session];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ service, config, entities }),
        MessagingModule.with({ service, config }),
        CompanyModule,
        DeviceModule,
        InvitationModule,
        LimitModule,
        MembershipModule,
        PersonModule,
        ProjectModule,
        SessionModule,
      ],
      controllers: [Subscriptions],
    };
  }
}
