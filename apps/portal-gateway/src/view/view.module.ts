import { Module } from '@nestjs/common';
import { Patience } from './patience';
import { PortalFacts } from './portal-facts';
import { StoredViews } from './stored-views';

@Module({ providers: [Patience, StoredViews, PortalFacts], exports: [Patience, StoredViews, PortalFacts] })
export class ViewModule {}
