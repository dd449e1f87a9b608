import type { Child } from '../process/child';

/** A backing service that we started. */
export interface Backing {
  /** How to reach it, with its user and password. */
  readonly url: string;
  readonly child: Child;
  stop(): Promise<void>;
}
