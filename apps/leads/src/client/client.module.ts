import { Module } from '@nestjs/common';
import { MemberModule } from '../member/member.module';
import { ClientController } from './client.controller';
import { ClientService } from './client.service';

@Module({
  imports: [MemberModule],
  controllers: [ClientController],
  providers: [ClientService],
  exports: [ClientService],
})
export class ClientModule {}
