interface Kind {
  readonly type: string;
  readonly begins: Buffer;
  /** How it is named to who saves it: never as somebody called it. */
  readonly name: string;
}

const zip = Buffer.from('PK\x03\x04', 'latin1');

/** What we encode ourselves. */
const pictures: readonly Kind[] = [
  { type: 'image/png', begins: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), name: 'picture.png' },
  { type: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]), name: 'picture.jpg' },
];
/** What builders may share as it came: only ever to be saved. */
const documents: readonly Kind[] = [
  { type: 'application/pdf', begins: Buffer.from('%PDF-'), name: 'document.pdf' },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: zip,
    name: 'document.docx',
  },
  { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: zip, name: 'document.xlsx' },
];

/**
 * The headers of a file by its first bytes; null for anything else, whatever came to lie there. `document` is what the
 * portal says a document is, and null for pictures.
 */
export const fileHeaders = (bytes: Buffer, document: string | null): Readonly<Record<string, string>> | null => {
  const possible = document === null ? pictures : documents.filter(({ type }) => type === document);
  const kind = possible.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  return kind
    ? {
        'content-type': kind.type,
        'content-disposition': `${document === null ? 'inline' : 'attachment'}; filename="${kind.name}"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      }
    : null;
};
