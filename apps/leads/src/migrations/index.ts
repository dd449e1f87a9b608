import { Initial20261121 } from './20261121-initial';
import { Parts20261121 } from './20261121-parts';

/** In the order in which they run. */
export const migrations = [Initial20261121, Parts20261121];
