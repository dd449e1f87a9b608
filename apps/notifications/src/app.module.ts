import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { Member, MessagingModule, StaffModule } from '@porchlight/messaging';
import { PlatformModule } from '@porchlight/platform';
import type { Config } from './config';
import { AccountWriter } from './account/account.writer';
import { AcceptanceWriter } from './invitation/acceptance.writer';
import { AcceptedNews } from './invitation/accepted-news';
import { InvitationWriter } from './invitation/invitation.writer';
import { CapturedLeadMails } from './lead/captured-lead.mails';
import { CapturedLeadWriter } from './lead/captured-lead.writer';
import { DeletedLeads } from './lead/deleted-leads';
import { LetterPress } from './letter/letter-press';
import { TEMPLATES } from './letter/templates';
import { MailDesk } from './mail/mail.desk';
import { Mail } from './mail/mail.entity';
import { MailFigures } from './mail/mail.figures';
import { MAIL_QUEUE, MailQueue } from './mail/mail.queue';
import { MailSender } from './mail/mail.sender';
import { MailSweep } from './mail/mail.sweep';
import { MailWorker } from './mail/mail.worker';
import { Smtp } from './mail/smtp';
import { Undelivered } from './mail/undelivered';
import { Writers } from './mail/writers';
import { Notice } from './notice/notice.entity';
import { NoticeModule } from './notice/notice.module';
import { PortalLinkWriter } from './portal-link/portal-link.writer';
import { PortalSignInWriter } from './portal-link/portal-sign-in.writer';
import { RequestedLinks } from './portal-link/requested-links';
import { PreviewController } from './preview/preview.controller';
import { PreviewService } from './preview/preview.service';
import { PreviewTurns } from './preview/preview-turns';
import { Subscriptions } from './subscriptions';

@Module({})
export class AppModule {
  /** `templates`: the folder of the MJML templates. */
  static with(config: Config, templates: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // A mail's row stays locked while the mail server takes its time.
        PlatformModule.with({
          service: 'notifications',
          config,
          entities: [Mail, Member, Notice],
          idleInTransactionMs: 180_000,
        }),
        MessagingModule.with({ service: 'notifications', config }),
        BullModule.forRoot({ prefix: 'porchlight', connection: { url: config.REDIS_URL, maxRetriesPerRequest: null } }),
        BullModule.registerQueue({ name: MAIL_QUEUE }),
        NoticeModule,
        StaffModule,
      ],
      controllers: [PreviewController, Subscriptions],
      providers: [
        { provide: TEMPLATES, useValue: templates },
        AcceptanceWriter,
        AcceptedNews,
        AccountWriter,
        CapturedLeadMails,
        CapturedLeadWriter,
        DeletedLeads,
        InvitationWriter,
        LetterPress,
        MailDesk,
        MailFigures,
        MailQueue,
        MailSender,
        MailSweep,
        MailWorker,
        PortalLinkWriter,
        PortalSignInWriter,
        PreviewService,
        PreviewTurns,
        RequestedLinks,
        Smtp,
        Undelivered,
        Writers,
      ],
    };
  }
}
