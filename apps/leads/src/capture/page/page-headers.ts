import { createHash } from 'node:crypto';

/**
 * What every page of the form carries: no script, no third party, no copy of its ticket, no trace of the address elsewhere;
 * in a frame only where the address asks for that.
 */
export const pageHeaders = (style: string, isEmbedded: boolean): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isEmbedded ? '*' : "'none'"}`,
  ].join('; '),
  ...(!isEmbedded && { 'x-frame-options': 'DENY' }),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** A picture, and nothing that could act as a page. */
export const logoHeaders: Readonly<Record<string, string>> = {
  'content-type': 'image/png',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'public, max-age=3600',
};
