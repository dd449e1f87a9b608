import { plainly, Refusal } from '../api/refusal';

/** What the service takes. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
export const mostBytes = 5 * 1024 * 1024;

/** What is wrong with a file before it is sent, in a sentence, or null. The service looks again, at the bytes. */
export function faultOfFile({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): string | null {
  const called = name ? `“${name}”` : 'That';
  if (type === 'image/svg+xml')
    return `${called} is an SVG drawing, which can carry scripts. Save it as PNG and add that.`;
  if (type === 'image/heic' || type === 'image/heif')
    return `${called} is in the format of iPhones (HEIC). Save or send it as JPEG and add that.`;
  if (!(pictureTypes as readonly string[]).includes(type))
    return `${called} is not a picture we can show. Choose a JPEG, PNG, WebP or GIF.`;
  if (size === 0) return `${called} is empty.`;
  if (size > mostBytes)
    return `${called} has ${megabytes(size)} MB. Pictures may have up to 5 MB: save a smaller copy.`;
  return null;
}

const megabytes = (size: number): string => (Math.ceil(size / 1024 / 102.4) / 10).toString();

/** Why the service did not take a picture, in a sentence. */
export function whyRefused(error: unknown, name: string): string {
  const called = name ? `“${name}”` : 'That picture';
  switch (error instanceof Refusal ? error.code : null) {
    case 'unsupported_media_type':
      return `${called} is not what its name says, or not a picture we can show. Choose a JPEG, PNG, WebP or GIF.`;
    case 'body_too_large':
      return `${called} is too large. Pictures may have up to 5 MB and 40 megapixels: save a smaller copy.`;
    case 'file_refused':
      return `${called} could not be read as a picture. It may be damaged: open it, save it again, and add that.`;
    case 'too_many_files':
      return `There is room for 6 pictures. Remove one to add ${called}.`;
    case 'version_stale':
      return `Somebody changed the brand meanwhile. Have a look, and add ${called} again.`;
    default:
      return plainly(error);
  }
}
