import { create as contentDisposition } from 'content-disposition';

/** Of a file for the staff: always an attachment under its own name, kept nowhere, and nothing in it runs. */
export const downloadHeaders = (file: { name: string; mediaType: string }, size: number) => ({
  'content-type': file.mediaType,
  'content-length': size,
  'content-disposition': contentDisposition(file.name),
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});
