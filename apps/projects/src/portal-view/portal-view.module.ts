import { Module } from '@nestjs/common';
import { OldShapes } from './old-shapes';
import { PortalViews } from './portal-views';

@Module({ providers: [OldShapes, PortalViews], exports: [PortalViews] })
export class PortalViewModule {}
