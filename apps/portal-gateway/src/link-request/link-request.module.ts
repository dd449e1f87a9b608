import { Module } from '@nestjs/common';
import { ShareLinkModule } from '../link/share-link.module';
import { ViewModule } from '../view/view.module';
import { AskedLinks } from './asked-links';
import { LinkRequestLimits } from './limits';
import { LinkLetters } from './link-letters';
import { LinkRequestController } from './link-request.controller';
import { LinkRequestRounds } from './link-request.rounds';
import { LinkRequestService } from './link-request.service';
import { UndeliveredLinks } from './undelivered-links';
import { WaitingRequests } from './waiting-requests';

/** "Mail me a new link". */
@Module({
  imports: [ViewModule, ShareLinkModule],
  controllers: [LinkRequestController],
  providers: [
    AskedLinks,
    LinkLetters,
    LinkRequestLimits,
    LinkRequestRounds,
    LinkRequestService,
    UndeliveredLinks,
    WaitingRequests,
  ],
})
export class LinkRequestModule {}
