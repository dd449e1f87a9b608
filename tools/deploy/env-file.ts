export interface EnvFile {
  /** What is set. */
  readonly set: Readonly<Record<string, string>>;
  /** What stands there as a comment, with what it is otherwise. */
  readonly offered: Readonly<Record<string, string>>;
}

const line = /^(?<comment># )?(?<name>[A-Z][A-Z0-9_]*)=(?<value>.*)$/;

/** An `.env` as our example is written: names with values, some of them behind a `#`. */
export const readEnvFile = (text: string): EnvFile => {
  const lines = text.split('\n').flatMap((one): Partial<Record<string, string>>[] => {
    const groups = line.exec(one)?.groups;
    return groups ? [groups] : [];
  });
  const entries = (isOffered: boolean): Record<string, string> =>
    Object.fromEntries(
      lines
        .filter(({ comment }) => Boolean(comment) === isOffered)
        .map(({ name, value }) => [name ?? '', (value ?? '').replace(/^'(.*)'$/, '$1')]),
    );
  return { set: entries(false), offered: entries(true) };
};
