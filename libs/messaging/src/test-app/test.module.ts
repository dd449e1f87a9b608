import { Module, type DynamicModule } from '@nestjs/common';
import type { ServiceName } from '@porchlight/contracts';
import { PlatformModule, type PlatformConfig } from '@porchlight/platform';
import { MessagingModule } from '../messaging.module';
import { DoubledSubscriptions } from './doubled-subscriptions';
import { Effects } from './effects';
import { LeadsChanges, LeadsSubscriptions } from './leads';
import { ProjectsChanges, ProjectsSubscriptions } from './projects';

@Module({})
export class TestModule {
  static with(service: ServiceName, config: PlatformConfig): DynamicModule {
    const doubled = process.argv[3] === 'doubled' ? [DoubledSubscriptions] : [];
    const own = service === 'leads' ? [LeadsSubscriptions, LeadsChanges] : [ProjectsSubscriptions, ProjectsChanges];
    return {
      module: TestModule,
      imports: [PlatformModule.with({ service, config, entities: [] }), MessagingModule.with({ service, config })],
      controllers: [...own, ...doubled],
      providers: [Effects],
    };
  }
}
