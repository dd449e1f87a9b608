import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Section } from '@porchlight/contracts';

const SumsSchema = defineEntity({
  name: 'Sums',
  embeddable: true,
  properties: {
    /** Sum of the leaves' weights, in business days. */
    weight: p.bigint('number'),
    /** Sum of weight x counted progress. */
    weightedProgress: p.bigint('number'),
    leafCount: p.integer(),
    completeCount: p.integer(),
    /** Leaves that are anything but not started. */
    startedCount: p.integer(),
    /** Costs in cents. */
    estimated: p.bigint(),
    committed: p.bigint(),
    actual: p.bigint(),
  },
});

/** What a set of leaf tasks adds up to; kept up to date by adding and taking away, never by a scan. */
export class Sums extends SumsSchema.class {
  static none(): Sums {
    return Sums.of({
      weight: 0,
      weightedProgress: 0,
      leafCount: 0,
      completeCount: 0,
      startedCount: 0,
      estimated: 0n,
      committed: 0n,
      actual: 0n,
    });
  }

  static of(values: Figures): Sums {
    const sums = new Sums();
    sums.weight = values.weight;
    sums.weightedProgress = values.weightedProgress;
    sums.leafCount = values.leafCount;
    sums.completeCount = values.completeCount;
    sums.startedCount = values.startedCount;
    sums.estimated = values.estimated;
    sums.committed = values.committed;
    sums.actual = values.actual;
    return sums;
  }

  plus(other: Figures): Sums {
    return this.combined(other, 1);
  }

  minus(other: Figures): Sums {
    return this.combined(other, -1);
  }

  private combined(other: Figures, sign: 1 | -1): Sums {
    const bigSign = BigInt(sign);
    return Sums.of({
      weight: this.weight + sign * other.weight,
      weightedProgress: this.weightedProgress + sign * other.weightedProgress,
      leafCount: this.leafCount + sign * other.leafCount,
      completeCount: this.completeCount + sign * other.completeCount,
      startedCount: this.startedCount + sign * other.startedCount,
      estimated: this.estimated + bigSign * other.estimated,
      committed: this.committed + bigSign * other.committed,
      actual: this.actual + bigSign * other.actual,
    });
  }
}
SumsSchema.setClass(Sums);

export interface Figures {
  readonly weight: number;
  readonly weightedProgress: number;
  readonly leafCount: number;
  readonly completeCount: number;
  readonly startedCount: number;
  readonly estimated: bigint;
  readonly committed: bigint;
  readonly actual: bigint;
}

export type SectionSums = Readonly<Record<Section, Figures>>;
