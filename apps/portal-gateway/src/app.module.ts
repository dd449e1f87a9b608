import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@porchlight/messaging';
import { PlatformModule } from '@porchlight/platform';
import { AccessModule } from './access/access.module';
import type { Config } from './config';
import { ShareLink } from './link/link.entity';
import { LinkApiModule } from './link/link-api.module';
import { ShareLinkModule } from './link/share-link.module';
import { LinkRequestModule } from './link-request/link-request.module';
import { LiveModule } from './live/live.module';
import { Subscriptions } from './subscriptions';
import { PageModule } from './view/page.module';
import { ViewModule } from './view/view.module';

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    const service = 'portal-gateway' as const;
    return {
      module: AppModule,
      imports: [
        // Below the life of a lease: a replica that froze holds up no revocation by its locks.
        PlatformModule.with({ service, config, entities: [ShareLink], idleInTransactionMs: 2_000 }),
        MessagingModule.with({ service, config }),
        ViewModule,
        AccessModule,
        ShareLinkModule,
        LiveModule,
        LinkApiModule,
        LinkRequestModule,
        PageModule,
      ],
      controllers: [Subscriptions],
    };
  }
}
