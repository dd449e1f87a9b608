const lineEnd = /[\n\r\v\f\u0085\u2028\u2029]+/g;

// Unicode's explicit marks of direction (UAX #9).
const opensIsolate = /[\u2066-\u2068]/;
const anyMark = /[\u202a-\u202e\u2066-\u2069]/;
const isolate = '\u2068';
const endOfIsolate = '\u2069';

/**
 * A name that somebody typed, as it may stand within a sentence or header of ours: on one line, and turning the direction
 * of nothing but itself. An override in a name ("\u202e") would otherwise show backwards what follows it, a sender's
 * address for one. What it shows is the same; a name without such marks stays as it is.
 */
export const inSentence = (name: string): string => {
  const line = name.replaceAll(lineEnd, ' ');
  if (!anyMark.test(line)) return line;
  let depth = 0;
  let lowest = 0;
  for (const character of line) {
    if (opensIsolate.test(character)) depth += 1;
    if (character === endOfIsolate) depth -= 1;
    lowest = Math.min(lowest, depth);
  }
  // As many as it ends without having begun, and one around it all.
  const before = 1 - lowest;
  return isolate.repeat(before) + line + endOfIsolate.repeat(before + depth);
};
