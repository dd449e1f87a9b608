import { Module } from '@nestjs/common';
import { Invitations } from './invitations';

@Module({ providers: [Invitations], exports: [Invitations] })
export class InvitationModule {}
