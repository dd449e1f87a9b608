import { Module } from '@nestjs/common';
import { StaffChanges, StaffModule } from '@porchlight/messaging';
import { HintModule } from '@porchlight/platform';
import { ChangesController } from './changes.controller';

@Module({ imports: [HintModule, StaffModule], controllers: [ChangesController], providers: [StaffChanges] })
export class ChangesModule {}
