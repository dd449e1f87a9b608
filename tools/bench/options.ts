/** What was asked for on the command line. */
export interface Options {
  readonly root: string;
  /** The sizes of docs/performance.md; without it smaller ones that end within minutes. */
  readonly full: boolean;
  /** Only these rows; all when empty. */
  readonly only: readonly string[];
  readonly rounds: number;
}

export const optionsFrom = (root: string, args: readonly string[]): Options => {
  const value = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  return {
    root,
    full: args.includes('--full'),
    only: value('only')?.split(',') ?? [],
    rounds: Number(value('rounds') ?? 7),
  };
};
