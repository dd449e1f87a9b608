import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@porchlight/platform';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Config } from '../config';

/** A public key as other services read it (RFC 7517, 7518 6.2). */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** The first configured key signs; all are published, so that tokens of the one before live out their ten minutes. */
@Injectable()
export class SigningKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly published: readonly PublicKey[];

  constructor(@Inject(CONFIG) config: Config) {
    const [first] = config.SIGNING_KEYS;
    this.kid = first.kid;
    this.privateKey = createPrivateKey({ key: first, format: 'jwk' });
    // Field by field: `d` is the secret.
    this.published = config.SIGNING_KEYS.map(({ kty, crv, x, y, kid }) => ({
      kty,
      crv,
      x,
      y,
      kid,
      alg: 'ES256',
      use: 'sig',
    }));
  }
}
