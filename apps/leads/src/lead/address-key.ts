/** What a word of an address is often shortened to. */
const shortened: readonly (readonly [word: string, short: string])[] = [
  ['street', 'st'],
  ['avenue', 'ave'],
  ['road', 'rd'],
  ['drive', 'dr'],
  ['lane', 'ln'],
  ['court', 'ct'],
  ['place', 'pl'],
  ['boulevard', 'blvd'],
  ['terrace', 'ter'],
  ['highway', 'hwy'],
  ['north', 'n'],
  ['south', 's'],
  ['east', 'e'],
  ['west', 'w'],
];
const shortOf = new Map(shortened);

/** What two ways of typing the same address have in common; null where there is nothing to go by. */
export const addressKey = (address: string | null): string | null => {
  const words =
    (address ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : words.map((word) => shortOf.get(word) ?? word).join(' ');
};

/** The same in SQL, for what was stored before there were keys. */
export const addressKeyInSql = (column: string): string =>
  `nullif(${shortened.reduce(
    (sql, [word, short]) => `regexp_replace(${sql}, '\\m${word}\\M', '${short}', 'g')`,
    `trim(regexp_replace(lower(normalize(${column}, NFKC)), '[^[:alnum:]]+', ' ', 'g'))`,
  )}, '')`;
