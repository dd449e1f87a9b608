import { Module } from '@nestjs/common';
import { FreshCopies } from './fresh-copies';
import { MemberCopy } from './member.copy';
import { Staff } from './staff';

/** The copy of who belongs where, and the door that lets in whom the policy lets in. A service that imports it subscribes `membershipChangedV1` and has the `member` table. */
@Module({ providers: [FreshCopies, MemberCopy, Staff], exports: [FreshCopies, MemberCopy, Staff] })
export class StaffModule {}
