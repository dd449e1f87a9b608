import { Initial } from './initial';

/** In the order they run; a name once given stays. */
export const migrations = [Initial];
