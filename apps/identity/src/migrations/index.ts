import { Founding } from './0001-founding';
import { Accounts } from './0002-accounts';

/** In the order they run; a name once given stays. */
export const migrations = [Founding, Accounts];
