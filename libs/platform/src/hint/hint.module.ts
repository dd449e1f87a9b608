import { Global, Module } from '@nestjs/common';
import { HintListener } from './hint-listener';
import { HintStreams } from './hint-streams';
import { Hints } from './hints';

/** For a service whose changes open screens follow. */
@Global()
@Module({ providers: [HintListener, HintStreams, Hints], exports: [Hints, HintStreams] })
export class HintModule {}
