import { parser } from '@prometheus-io/lezer-promql';

export interface Promql {
  /** Names of the series it reads. */
  readonly metrics: string[];
  /** Labels that it selects or groups by. */
  readonly labels: string[];
  readonly isWhole: boolean;
}

/** What an expression reads, by Prometheus' own grammar. */
export const readPromql = (expression: string): Promql => {
  const [metrics, labels] = [new Set<string>(), new Set<string>()];
  let isWhole = true;
  parser.parse(expression).iterate({
    enter: ({ type, node, from, to }) => {
      if (type.isError) isWhole = false;
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.add(expression.slice(from, to));
      if (type.name === 'LabelName') labels.add(expression.slice(from, to));
    },
  });
  return { metrics: [...metrics], labels: [...labels], isWhole };
};
