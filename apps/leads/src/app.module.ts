import { type DynamicModule, Module } from '@nestjs/common';
import { Member, MessagingModule, StaffModule } from '@porchlight/messaging';
import { PlatformModule } from '@porchlight/platform';
import { Activity } from './activity/activity.entity';
import { ActivityModule } from './activity/activity.module';
import { Brand } from './brand/brand.entity';
import { BrandModule } from './brand/brand.module';
import { CaptureForm } from './capture/form/capture-form.entity';
import { CaptureModule } from './capture/capture.module';
import { ChangesModule } from './changes/changes.module';
import { Client, Contact } from './client/client.entity';
import { ClientModule } from './client/client.module';
import { Company } from './company/company.entity';
import { CompanyModule } from './company/company.module';
import type { Config } from './config';
import { Invitation } from './invitation/invitation.entity';
import { InvitationModule } from './invitation/invitation.module';
import { Lead } from './lead/lead.entity';
import { LeadFile } from './file/lead-file.entity';
import { ImportModule } from './import/import.module';
import { LeadModule } from './lead/lead.module';
import { LimitModule } from './limit/limit.module';
import { Picture } from './picture/picture.entity';
import { PictureModule } from './picture/picture.module';
import { Portal } from './portal/portal.entity';
import { PortalModule } from './portal/portal.module';
import { Subscriptions } from './subscriptions';

const entities = [
  Activity,
  Brand,
  CaptureForm,
  Client,
  Company,
  Contact,
  Invitation,
  Lead,
  LeadFile,
  Member,
  Picture,
  Portal,
];

@Module({})
export class AppModule {
  static with(config: Config, templates: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ service: 'leads', config, entities }),
        MessagingModule.with({ service: 'leads', config }),
        ActivityModule,
        BrandModule,
        CaptureModule.with(templates),
        ChangesModule,
        ClientModule,
        CompanyModule,
        ImportModule,
        InvitationModule,
        LeadModule,
        LimitModule,
        PictureModule,
        StaffModule,
        PortalModule,
      ],
      controllers: [Subscriptions],
    };
  }
}
