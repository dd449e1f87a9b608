import { Module } from '@nestjs/common';
import { PortalRevocations } from './portal-revocations';

@Module({ providers: [PortalRevocations], exports: [PortalRevocations] })
export class PortalRevocationModule {}
