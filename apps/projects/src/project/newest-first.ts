/** The order of texts and activity: newest first; the id decides between two of the same instant. */
export const newestFirst = { at: 'desc', id: 'desc' } as const;

/** What comes after a row in that order. */
export const olderThan = ([at, id]: readonly [string, string]) => [
  { at: { $lt: new Date(at) } },
  { at: new Date(at), id: { $lt: id } },
];
