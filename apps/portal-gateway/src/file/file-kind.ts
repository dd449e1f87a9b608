/** What we encode ourselves, by its first bytes, and how it is named to who saves it. Anything else is never handed out. */
const kinds = [
  { begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), type: 'image/png', name: 'picture.png' },
  { begins: Buffer.from([0xff, 0xd8, 0xff]), type: 'image/jpeg', name: 'picture.jpg' },
] as const;

/** The headers of a file of ours; null for bytes that we did not make. */
export const fileHeaders = (bytes: Buffer): Readonly<Record<string, string>> | null => {
  const kind = kinds.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  return kind
    ? {
        'content-type': kind.type,
        'content-disposition': `inline; filename="${kind.name}"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      }
    : null;
};
