import { Module } from '@nestjs/common';
import { StaffChanges, StaffModule } from '@porchlight/messaging';
import { HintModule } from '@porchlight/platform';
import { Newcomers } from './newcomers';
import { NoticeBoard } from './notice.board';
import { NoticeController } from './notice.controller';
import { NoticeService } from './notice.service';
import { NoticeSweep } from './notice.sweep';

@Module({
  imports: [HintModule, StaffModule],
  controllers: [NoticeController],
  providers: [Newcomers, NoticeBoard, NoticeService, NoticeSweep, StaffChanges],
  exports: [Newcomers, NoticeBoard],
})
export class NoticeModule {}
