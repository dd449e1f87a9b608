import { Module } from '@nestjs/common';
import { MemberCopies } from './member-copies';
import { Memberships } from './memberships';
import { ReadOwnWrites } from './read-own-writes';

@Module({ providers: [MemberCopies, Memberships, ReadOwnWrites], exports: [MemberCopies, Memberships, ReadOwnWrites] })
export class MemberModule {}
