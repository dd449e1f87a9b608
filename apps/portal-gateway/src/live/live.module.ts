import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { ShareLinkModule } from '../link/share-link.module';
import { ViewModule } from '../view/view.module';
import { Control } from './control';
import { Lease } from './lease';
import { LiveController } from './live.controller';
import { LiveCycle } from './live-cycle';
import { LiveService } from './live.service';
import { Rechecks } from './recheck';
import { Replicas } from './replicas';
import { Revocation } from './revocation';
import { Sweep } from './sweep';
import { Upgrades } from './upgrades';
import { Viewers } from './viewers';
import { Watches } from './watches';

@Module({
  imports: [AccessModule, ViewModule, ShareLinkModule],
  controllers: [LiveController],
  providers: [
    Control,
    Lease,
    LiveCycle,
    LiveService,
    Rechecks,
    Replicas,
    Revocation,
    Sweep,
    Upgrades,
    Viewers,
    Watches,
  ],
  exports: [Revocation],
})
export class LiveModule {}
