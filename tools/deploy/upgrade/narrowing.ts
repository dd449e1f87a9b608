/** What the version before may still read, write, or leave out; each with the words for it. */
const narrowings: readonly (readonly [RegExp, string])[] = [
  [/\bdrop (table|view|column|schema|type|function)\b/, 'takes away what the version before may use'],
  [/\brename\b/, 'renames what the version before knows by its old name'],
  [/\bset not null\b/, 'demands what the version before may leave out'],
  [/\bdrop default\b/, 'demands what the version before leaves to the default'],
  [/\balter column \S+ (set data )?type\b/, 'changes the kind of what the version before reads'],
  [/\badd column\b(?![^,;]*\bdefault\b)[^,;]*\bnot null\b/, 'demands a column that the version before does not know'],
  [
    /\badd (constraint \S+ )?(check|unique|foreign key|primary key|exclude)\b/,
    'forbids what the version before may write',
  ],
  [/\b(revoke|truncate)\b/, 'takes away what the version before may use'],
];

const uniqueIndex = /\bcreate unique index (?:if not exists )?\S+ on (?:only )?(?<table>\S+)/;
const newTable = /\bcreate (?:unlogged )?table (?:if not exists )?(?<table>\S+)/;

/** How the statements of one migration narrow a schema for a version that does not know them. Tables of its own are free. */
export const narrowingsOf = (statements: readonly string[]): string[] => {
  const plain = statements.map((statement) =>
    statement
      .replace(/--[^\n]*/g, '')
      .replace(/\s+/g, ' ')
      .toLowerCase(),
  );
  const own = plain.flatMap((statement) => newTable.exec(statement)?.groups?.['table'] ?? []);
  const isOwn = (statement: string): boolean =>
    own.some((table) => statement.includes(`alter table ${table} `)) || newTable.test(statement);
  return plain.flatMap((statement) => {
    const index = uniqueIndex.exec(statement)?.groups?.['table'];
    return [
      ...(isOwn(statement) ? [] : narrowings.filter(([pattern]) => pattern.test(statement)).map(([, words]) => words)),
      ...(index && !own.includes(index) ? ['forbids what the version before may write'] : []),
    ].map((words) => `${words}: ${statement.slice(0, 120)}`);
  });
};
