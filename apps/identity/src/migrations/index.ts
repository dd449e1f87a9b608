import { Founding } from './0001-founding';
import { Accounts } from './0002-accounts';
import { Readdressings } from './0003-readdressings';

/** In the order they run; a name once given stays. */
export const migrations = [Founding, Accounts, Readdressings];
