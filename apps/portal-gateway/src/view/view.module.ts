import { Module } from '@nestjs/common';
import { PortalFacts } from './portal-facts';
import { StoredViews } from './stored-views';

@Module({ providers: [StoredViews, PortalFacts], exports: [StoredViews, PortalFacts] })
export class ViewModule {}
