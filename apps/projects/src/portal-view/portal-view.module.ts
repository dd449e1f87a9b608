import { Module } from '@nestjs/common';
import { OldShapes } from './old-shapes';
import { PortalViews } from './portal-views';
import { WrittenLists } from './written-lists';

@Module({ providers: [OldShapes, PortalViews, WrittenLists], exports: [PortalViews] })
export class PortalViewModule {}
