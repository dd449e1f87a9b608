import { Module } from '@nestjs/common';
import { ViewModule } from '../view/view.module';
import { AccessFacts } from './access-facts';
import { Credentials } from './credentials';
import { PortalCookies } from './portal-cookie';
import { PortalRights } from './portal-rights';
import { PortalSessions } from './portal-sessions';
import { SessionChecks } from './session-checks';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';
import { Visitors } from './visitors';

@Module({
  imports: [ViewModule],
  controllers: [SessionsController],
  providers: [
    AccessFacts,
    Credentials,
    PortalCookies,
    PortalRights,
    PortalSessions,
    SessionChecks,
    SessionsService,
    Visitors,
  ],
  exports: [AccessFacts, Credentials, PortalCookies, PortalRights, PortalSessions, SessionChecks, Visitors],
})
export class AccessModule {}
