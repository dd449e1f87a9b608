/** A document that is made of the code, and nobody writes. */
export interface Document {
  readonly file: string;
  /** What it is made of, for whoever finds it out of date. */
  readonly source: string;
  readonly text: string;
}
