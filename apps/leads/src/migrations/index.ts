import { Initial20261121 } from './20261121-initial';
import { Parts20261121 } from './20261121-parts';
import { WholeFlow20261122 } from './20261122-whole-flow';

/** In the order in which they run. */
export const migrations = [Initial20261121, Parts20261121, WholeFlow20261122];
