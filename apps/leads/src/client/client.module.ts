import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ClientController } from './client.controller';
import { ClientService } from './client.service';

@Module({
  imports: [StaffModule],
  controllers: [ClientController],
  providers: [ClientService],
  exports: [ClientService],
})
export class ClientModule {}
