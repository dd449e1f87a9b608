import { ProblemError } from '@porchlight/platform';
import { pictureTypes, typeOfBytes } from './picture-types';

/** Documents are kept as they came, and only ever handed out as attachments. */
const documents = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
} as const;
type DocumentType = keyof typeof documents;

export const fileTypes: readonly string[] = [...pictureTypes, ...Object.keys(documents)];
/** In bytes, as it arrives. */
export const fileLimit = 15 * 1024 * 1024;

export const isPicture = (type: string): boolean => pictureTypes.some((known) => known === type);
const isDocument = (type: string): type is DocumentType => Object.hasOwn(documents, type);

/** The extension of a document's name. Throws 415 where its first bytes do not say what its sender says. */
export const insistOnDocument = async (bytes: Buffer, declared: string): Promise<string> => {
  const type = await typeOfBytes(bytes);
  if (type === null || !isDocument(type) || type !== declared)
    throw new ProblemError(
      'unsupported_media_type',
      415,
      'That is no photo, PDF, Word or Excel file that we can take.',
    );
  return documents[type];
};
