import { type DynamicModule, Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { ClientModule } from '../client/client.module';
import { CompanyModule } from '../company/company.module';
import { PortalModule } from '../portal/portal.module';
import { CaptureFormController } from './form/capture-form.controller';
import { CaptureFormService } from './form/capture-form.service';
import { PublicForms } from './form/public-forms';
import { RequestController } from './page/request.controller';
import { RequestDesk } from './page/request-desk';
import { RequestFaults } from './page/request-faults';
import { RequestPages } from './page/request-pages';
import { TEMPLATES, Templates } from './page/templates';
import { CaptureApi } from './sending/capture-api';
import { CaptureController } from './sending/capture.controller';
import { CapturedMail } from './sending/captured-mail';
import { Captures } from './sending/captures';
import { CountVisit } from './sending/count-visit';
import { Crowd } from './sending/crowd';
import { Gate } from './sending/gate';
import { Tickets } from './sending/tickets';
import { Turnstile } from './sending/turnstile';

/** The public form: its settings, its page, and the leads that come of it. */
@Module({})
export class CaptureModule {
  /** `templates`: the folder of the page's templates. */
  static with(templates: string): DynamicModule {
    return {
      module: CaptureModule,
      imports: [ActivityModule, ClientModule, CompanyModule, PortalModule, StaffModule],
      controllers: [CaptureFormController, CaptureController, RequestController],
      providers: [
        { provide: TEMPLATES, useValue: templates },
        CaptureApi,
        CapturedMail,
        CaptureFormService,
        Captures,
        CountVisit,
        Crowd,
        Gate,
        PublicForms,
        RequestDesk,
        RequestFaults,
        RequestPages,
        Templates,
        Tickets,
        Turnstile,
      ],
      exports: [CapturedMail],
    };
  }
}
