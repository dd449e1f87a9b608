import { createHmac, sign, type KeyObject } from 'node:crypto';
import { newSigner, type Signer } from './scene';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const es256 = (key: KeyObject) => (text: string) =>
  sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
const hs256 = (secret: string) => (text: string) => createHmac('sha256', secret).update(text).digest('base64url');

const signed = (header: object, claims: object, signature: (text: string) => string): string => {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${signature(text)}`;
};

/** The claims of a token, as its holder reads them. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/**
 * A good token of our own making, to show that only what is wrong with the others is refused, and every way to forge one:
 * each as good as it in all but one thing.
 */
export const forge = (
  real: string,
  signer: Signer,
): { good: string; forged: readonly (readonly [string, string])[] } => {
  const claims = claimsOf(real);
  const header = { alg: 'ES256', typ: 'at+jwt', kid: signer.kid };
  const ours = es256(signer.privateKey);
  const other = newSigner();
  const theirs = es256(other.privateKey);
  const publicJwk = signer.publicKey.export({ format: 'jwk' });
  const publicPem = signer.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const now = Math.floor(Date.now() / 1000);
  const without = (name: string): object => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
  const [realHeader = '', , realSignature = ''] = real.split('.');
  const unsigned = (alg: string): string => `${encode({ ...header, alg })}.${encode(claims)}.`;
  return {
    good: signed(header, claims, ours),
    forged: [
      ['alg none', unsigned('none')],
      ['alg NONE in capitals', unsigned('nOnE')],
      ['ES256 without a signature', unsigned('ES256')],
      ['HS256 with the public key as PEM', signed({ ...header, alg: 'HS256' }, claims, hs256(publicPem))],
      [
        'HS256 with the public key as JWK',
        signed({ ...header, alg: 'HS256' }, claims, hs256(JSON.stringify(publicJwk))),
      ],
      ['HS256 with an empty secret', signed({ ...header, alg: 'HS256' }, claims, hs256(''))],
      ['a foreign key under a foreign kid', signed({ ...header, kid: other.kid }, claims, theirs)],
      ['a foreign key under our kid', signed(header, claims, theirs)],
      ['a foreign key without a kid', signed({ alg: 'ES256', typ: 'at+jwt' }, claims, theirs)],
      ['a kid that is a path', signed({ ...header, kid: '../../../../dev/null' }, claims, theirs)],
      [
        'a foreign key that it brings along',
        signed({ ...header, jwk: other.publicKey.export({ format: 'jwk' }) }, claims, theirs),
      ],
      ['the address of foreign keys', signed({ ...header, jku: 'http://127.0.0.1:9/jwks.json' }, claims, theirs)],
      ['the wrong audience', signed(header, { ...claims, aud: 'another-api' }, ours)],
      ['no audience', signed(header, without('aud'), ours)],
      ['the wrong issuer', signed(header, { ...claims, iss: 'https://evil.example' }, ours)],
      ['no issuer', signed(header, without('iss'), ours)],
      ['the wrong type', signed({ ...header, typ: 'JWT' }, claims, ours)],
      ['no type', signed({ alg: 'ES256', kid: signer.kid }, claims, ours)],
      ['an end that is past', signed(header, { ...claims, exp: now - 1 }, ours)],
      ['no end', signed(header, without('exp'), ours)],
      ['a beginning that is to come', signed(header, { ...claims, nbf: now + 600 }, ours)],
      ['no session', signed(header, without('sid'), ours)],
      ['no person', signed(header, without('sub'), ours)],
      ['the signature of another token', `${realHeader}.${encode({ ...claims, mv: 99 })}.${realSignature}`],
      ['a signature of zeros', `${encode(header)}.${encode(claims)}.${Buffer.alloc(64).toString('base64url')}`],
      ['no token at all', 'x'],
    ],
  };
};
