import { Module } from '@nestjs/common';
import { FreshCopies } from './fresh-copies';
import { MemberCopy } from './member.copy';
import { Staff } from './staff';

@Module({ providers: [FreshCopies, MemberCopy, Staff], exports: [FreshCopies, MemberCopy, Staff] })
export class MemberModule {}
