import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { refuse } from './refusal';

const policy = [
  "default-src 'self'",
  // Angular Material sets styles from script.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Names with a hash in them never change what they carry. */
const isHashed = (path: string): boolean => /[-.][A-Z0-9]{8}\.\w+$/.test(path);

/** Serves a built single-page app: its files, and its page for every other address. */
export const servePages = (folder: string): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const files = sirv(folder, {
    single: true,
    etag: true,
    onNoMatch: (_request, response) => refuse(response, 404),
    setHeaders: (response, path) => {
      response.setHeader('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('content-security-policy', policy);
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'same-origin');
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    },
  });
  return (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') return files(request, response);
    refuse(response, 404);
  };
};
