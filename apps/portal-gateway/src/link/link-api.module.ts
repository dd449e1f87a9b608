import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { LiveModule } from '../live/live.module';
import { ViewModule } from '../view/view.module';
import { LinksController } from './links.controller';
import { LinksService } from './links.service';
import { ShareController } from './share.controller';
import { ShareLinkModule } from './share-link.module';
import { ShareService } from './share.service';
import { VisitsController } from './visits.controller';

/** The routes by which links are made, shown, seen to be used and ended. */
@Module({
  imports: [AccessModule, ViewModule, LiveModule, ShareLinkModule],
  controllers: [LinksController, ShareController, VisitsController],
  providers: [LinksService, ShareService],
})
export class LinkApiModule {}
