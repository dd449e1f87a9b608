import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const textOf = (header: object, payload: object): string => `${base64url(header)}.${base64url(payload)}`;

/** A key pair of the kind that identity signs with. */
export class SigningKey {
  readonly jwk: object;
  readonly publicJwk: object;
  readonly publicPem: string;
  private readonly privateKey: KeyObject;

  constructor(kid: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    this.jwk = { ...privateKey.export({ format: 'jwk' }), kid };
    this.publicJwk = { ...publicKey.export({ format: 'jwk' }), kid };
    this.publicPem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  }

  /** A token with a good signature over whatever it says. */
  es256(header: object, payload: object): string {
    const text = textOf(header, payload);
    const signature = sign('sha256', Buffer.from(text), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${text}.${signature.toString('base64url')}`;
  }

  /** The same with the signature in the other encoding there is (RFC 7518 3.4 has none of it). */
  es256InDer(header: object, payload: object): string {
    const text = textOf(header, payload);
    return `${text}.${sign('sha256', Buffer.from(text), this.privateKey).toString('base64url')}`;
  }
}

/** A token whose mac uses as a secret what everybody can read. */
export const hmacToken = (algorithm: 'sha256' | 'sha512', secret: string, header: object, payload: object): string => {
  const text = textOf(header, payload);
  return `${text}.${createHmac(algorithm, secret).update(text).digest('base64url')}`;
};

export const unsignedToken = (header: object, payload: object): string => `${textOf(header, payload)}.`;

/** The header and payload of a token as they were signed. */
export const readToken = (token: string): [header: Record<string, unknown>, payload: Record<string, unknown>] => {
  const [header = '', payload = ''] = token.split('.');
  const parsed = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());
  return [parsed(header), parsed(payload)];
};
