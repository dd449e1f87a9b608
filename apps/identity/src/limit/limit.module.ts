import { Global, Module } from '@nestjs/common';
import { Limits } from './limits';

/** Global because every way in is bounded. */
@Global()
@Module({ providers: [Limits], exports: [Limits] })
export class LimitModule {}
