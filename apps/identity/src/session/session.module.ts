import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { EndedSessions } from '@porchlight/platform';
import { PersonModule } from '../person/person.module';
import { PortalRevocationModule } from '../portal-revocation/portal-revocation.module';
import { AccessTokens } from './access-tokens';
import { JwksController } from './jwks.controller';
import { OwnEndedSessions } from './own-ended-sessions';
import { RefreshCookie } from './refresh-cookie';
import { SessionControl } from './session-control';
import { SessionController } from './session.controller';
import { SessionEnds } from './session-ends';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';
import { SigningKeys } from './signing-keys';

/** Global because the platform's guard, which stands before every route, needs `EndedSessions`. */
@Global()
@Module({
  imports: [PersonModule, PortalRevocationModule, JwtModule.register({})],
  controllers: [SessionController, JwksController],
  providers: [
    AccessTokens,
    RefreshCookie,
    SessionControl,
    SessionEnds,
    SessionService,
    SignInService,
    SigningKeys,
    { provide: EndedSessions, useClass: OwnEndedSessions },
  ],
  exports: [EndedSessions, RefreshCookie, SessionEnds, SessionService],
})
export class SessionModule {}
