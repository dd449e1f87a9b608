import { problems } from '@porchlight/platform';

/** Bytes of a public view to which anything may be added: a message of the bus holds a million, other facts included. */
const roomForMore = 600_000;
/** Beyond that a name or a date may still change, by so many bytes at a time, up to here. */
const roomForWords = 900_000;
const aFewWords = 200;

/** Throws 409 `portal_full` for a view that grew beyond what can be sent; one that shrinks, or keeps its size, may leave. */
export const insistOnRoomOnPage = (bytes: string | null, before: string | null): void => {
  const size = Buffer.byteLength(bytes ?? '');
  const grown = size - Buffer.byteLength(before ?? '');
  if (grown <= 0 || size <= (grown > aFewWords ? roomForMore : roomForWords)) return;
  const remedy = 'Shorten or remove items, milestones or updates, or stop sharing some files, first.';
  throw problems.conflict('portal_full', `The customer’s page can hold no more. ${remedy}`);
};
