import { Module } from '@nestjs/common';
import { LinkUrls } from './link-urls';
import { LinkVisits } from './link-visits';
import { OwnLinks } from './own-links';

/** What a share link is, for those who meet one. */
@Module({ providers: [LinkUrls, LinkVisits, OwnLinks], exports: [LinkUrls, LinkVisits, OwnLinks] })
export class ShareLinkModule {}
