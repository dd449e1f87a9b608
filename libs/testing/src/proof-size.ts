/**
 * The rows of a matrix: all of them in `npm run test:proof`, in `npm test` those that `inShort` picks, so that each process
 * is killed at one place at least.
 */
export const atProofSize = <Row>(rows: readonly Row[], inShort: (row: Row) => boolean): Row[] =>
  process.env['PROOF'] === 'full' ? [...rows] : rows.filter(inShort);
