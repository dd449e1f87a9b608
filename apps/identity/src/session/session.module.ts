import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { EndedSessions } from '@porchlight/platform';
import { PersonModule } from '../person/person.module';
import { AccessTokens } from './access-tokens';
import { JwksController } from './jwks.controller';
import { OwnEndedSessions } from './own-ended-sessions';
import { RefreshCookie } from './refresh-cookie';
import { SessionControl } from './session-control';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SigningKeys } from './signing-keys';

/** Global because the platform's guard, which stands before every route, needs `EndedSessions`. */
@Global()
@Module({
  imports: [PersonModule, JwtModule.register({})],
  controllers: [SessionController, JwksController],
  providers: [
    AccessTokens,
    RefreshCookie,
    SessionControl,
    SessionService,
    SigningKeys,
    { provide: EndedSessions, useClass: OwnEndedSessions },
  ],
  exports: [EndedSessions, RefreshCookie, SessionService],
})
export class SessionModule {}
