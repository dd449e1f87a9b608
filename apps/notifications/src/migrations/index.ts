import { Initial20261121 } from './20261121-initial';

/** In the order in which they run. */
export const migrations = [Initial20261121];
