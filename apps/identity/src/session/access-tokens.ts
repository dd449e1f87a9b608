import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { accessTokenAudience, accessTokenIssuer, accessTokenType } from '@porchlight/platform';
import type { Person } from '../person/person.entity';
import { SigningKeys } from './signing-keys';

/** How long an access token lives, and so how long the end of its session must be remembered everywhere. */
export const accessTokenSeconds = 600;

/** Signs access tokens (RFC 9068 in form): who, in which session, knowing which version of their memberships. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: SigningKeys,
  ) {}

  sign(person: Person, sid: string): Promise<string> {
    return this.jwt.signAsync(
      { sid, mv: person.membershipVersion },
      {
        privateKey: this.keys.privateKey,
        algorithm: 'ES256',
        header: { alg: 'ES256', typ: accessTokenType, kid: this.keys.kid },
        subject: person.id,
        issuer: accessTokenIssuer,
        audience: accessTokenAudience,
        expiresIn: accessTokenSeconds,
      },
    );
  }
}
