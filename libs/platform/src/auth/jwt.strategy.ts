import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { passportJwtSecret, SigningKeyNotFoundError } from 'jwks-rsa';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { CONFIG, type PlatformConfig } from '../boot/config';
import { accessTokenAudience, accessTokenIssuer, accessTokenSchema, type Caller } from './caller';
import { KeysUnavailable, PublishedKeys } from './published-keys';

/** Verifies access tokens locally by identity's public keys: algorithm, issuer, audience and type are pinned. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(@Inject(CONFIG) config: PlatformConfig) {
    const published = new PublishedKeys();
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      algorithms: ['ES256'],
      issuer: accessTokenIssuer,
      audience: accessTokenAudience,
      jsonWebTokenOptions: { complete: true },
      // A key unknown so far is looked up, so rotation needs no restart; known ones outlast an hour without identity.
      secretOrKeyProvider: passportJwtSecret({
        jwksUri: config.IDENTITY_JWKS_URL,
        fetcher: (url) => published.read(url),
        cache: true,
        cacheMaxAge: 600_000,
        cacheMaxAgeFallback: 3_600_000,
        // A token with a key that identity does not know is bad; without identity's word nobody knows that.
        handleSigningKeyError: (error, done) =>
          done(error instanceof SigningKeyNotFoundError ? null : new KeysUnavailable(error)),
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
