import { Module } from '@nestjs/common';
import { PortalViews } from './portal-views';

@Module({ providers: [PortalViews], exports: [PortalViews] })
export class PortalViewModule {}
