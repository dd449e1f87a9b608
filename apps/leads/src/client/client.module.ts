import { Module } from '@nestjs/common';
import { StaffModule } from '@porchlight/messaging';
import { ActivityModule } from '../activity/activity.module';
import { ClientController } from './client.controller';
import { ClientList } from './client-list';
import { ClientService } from './client.service';
import { ClientTrail } from './client-trail';
import { Readdressing } from './readdressing';

@Module({
  imports: [ActivityModule, StaffModule],
  controllers: [ClientController],
  providers: [ClientList, ClientService, ClientTrail, Readdressing],
  exports: [ClientService, Readdressing],
})
export class ClientModule {}
