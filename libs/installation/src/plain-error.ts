/** A failure told in one plain sentence with its remedy; shown without a stack. */
export class PlainError extends Error {}
