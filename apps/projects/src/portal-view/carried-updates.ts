/** As many as a homeowner can look back at… */
export const mostUpdates = 100;
/** …and no more than fit into a message with all the rest of the view, in bytes of their texts. */
const mostBytes = 200_000;

/** Of updates, newest first, those that the public view carries. */
export const carriedUpdates = <U extends { readonly text: string }>(updates: readonly U[]): U[] => {
  let bytes = 0;
  return updates.slice(0, mostUpdates).filter(({ text }) => {
    bytes += Buffer.byteLength(text);
    return bytes <= mostBytes;
  });
};
