import { Module } from '@nestjs/common';
import { InvitationModule } from '../invitation/invitation.module';
import { MembershipModule } from './membership.module';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';

@Module({ imports: [InvitationModule, MembershipModule], controllers: [PeopleController], providers: [PeopleService] })
export class PeopleModule {}
