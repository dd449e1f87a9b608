import { type Hint } from './hint-lines';

/** What may have changed since a page was last told. */
export class News {
  /** @param missed nobody listened for a while: anything may have changed */
  constructor(
    private readonly hints: readonly Hint[],
    private readonly missed: boolean,
  ) {}

  /** Whether a thing of this type is to be read again; with ids, one of these. */
  touches(type: string, ...ids: readonly (string | null | undefined)[]): boolean {
    return this.missed || this.hints.some((hint) => hint.type === type && (ids.length === 0 || ids.includes(hint.id)));
  }
}
