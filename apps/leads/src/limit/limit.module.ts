import { Global, Module } from '@nestjs/common';
import { Limits } from './limits';

/** Global because several ways in are bounded. */
@Global()
@Module({ providers: [Limits], exports: [Limits] })
export class LimitModule {}
