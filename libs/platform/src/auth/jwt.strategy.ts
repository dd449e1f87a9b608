import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { passportJwtSecret } from 'jwks-rsa';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { CONFIG, type PlatformConfig } from '../boot/config';
import { accessTokenAudience, accessTokenIssuer, accessTokenSchema, type Caller } from './caller';

/** Verifies access tokens locally by identity's public keys: algorithm, issuer, audience and type are pinned. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(@Inject(CONFIG) config: PlatformConfig) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      algorithms: ['ES256'],
      issuer: accessTokenIssuer,
      audience: accessTokenAudience,
      jsonWebTokenOptions: { complete: true },
      // A key unknown so far is looked up again, at most ten times a minute, so rotation needs no restart.
      secretOrKeyProvider: passportJwtSecret({
        jwksUri: config.IDENTITY_JWKS_URL,
        cache: true,
        cacheMaxAge: 600_000,
        cacheMaxAgeFallback: 3_600_000,
        rateLimit: true,
        jwksRequestsPerMinute: 10,
      }),
    });
  }

  validate(token: unknown): Caller | false {
    const parsed = accessTokenSchema.safeParse(token);
    if (!parsed.success) return false;
    const { sub, sid, mv, exp } = parsed.data.payload;
    return { personId: sub, sid, membershipVersion: mv, expiresAt: exp * 1000 };
  }
}
