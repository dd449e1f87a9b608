import { Module } from '@nestjs/common';
import { LinkUrls } from './link-urls';
import { LinkVisits } from './link-visits';
import { NamedLinks } from './named-links';
import { OwnLinks } from './own-links';

/** What a share link is, for those who meet one. */
@Module({
  providers: [LinkUrls, LinkVisits, NamedLinks, OwnLinks],
  exports: [LinkUrls, LinkVisits, NamedLinks, OwnLinks],
})
export class ShareLinkModule {}
