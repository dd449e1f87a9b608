/** The middle of the figures. */
export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

export const quantile = (figures: readonly number[], share: number): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Three digits that mean something. */
export const short = (figure: number): string =>
  Math.abs(figure) >= 1_000 ? `${Number((figure / 1_000).toPrecision(3))}k` : `${Number(figure.toPrecision(3))}`;

/** "median (lowest to highest)". */
export const spread = (figures: readonly number[]): string =>
  `${short(median(figures))} (${short(Math.min(...figures))} to ${short(Math.max(...figures))})`;

/** One comparison of the table in docs/performance.md. */
export interface Comparison {
  readonly row: string;
  readonly what: string;
  /** Ours by theirs, of medians. */
  readonly ratio: number;
  readonly goal: { readonly atLeast: number } | { readonly atMost: number };
  readonly ours: string;
  readonly theirs: string;
}

export const meets = ({ ratio, goal }: Comparison): boolean =>
  'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;

/** Compares the medians of figures that were measured in turns. */
export const compare = (
  row: string,
  what: string,
  goal: Comparison['goal'],
  ours: readonly number[],
  theirs: readonly number[],
): Comparison => ({
  row,
  what,
  goal,
  ratio: median(ours) / median(theirs),
  ours: spread(ours),
  theirs: spread(theirs),
});

export const inWords = (one: Comparison): string => {
  const goal = 'atLeast' in one.goal ? `>= ${one.goal.atLeast}` : `<= ${one.goal.atMost}`;
  const mark = meets(one) ? 'ok   ' : 'MISS ';
  return `${mark} ${one.row.padEnd(3)} ${one.what}: ${one.ratio.toFixed(2)}x (goal ${goal}); ours ${one.ours}, theirs ${one.theirs}`;
};
