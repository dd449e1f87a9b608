import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'uuid';

export interface RefreshToken {
  readonly sid: string;
  /** What the cookie carries: base64url of the session's id and 32 random bytes. */
  readonly token: string;
  /** What is stored: SHA-256, in hex. Enough without salt or stretching, as the token is random. */
  readonly hash: string;
}

const TOKEN_BYTES = 16 + 32;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const newRefreshToken = (sid: string): RefreshToken => {
  const token = Buffer.concat([parse(sid), randomBytes(32)]).toString('base64url');
  return { sid, token, hash: hashOf(token) };
};

/** Which session a presented token speaks for; null for what has not the form of one. */
export const readRefreshToken = (token: string | undefined): RefreshToken | null => {
  const bytes = Buffer.from(token ?? '', 'base64url');
  if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return null;
  const sid = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { sid, token, hash: hashOf(token) };
};
