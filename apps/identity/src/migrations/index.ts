import { Founding } from './0001-founding';
import { Accounts } from './0002-accounts';
import { Readdressings } from './0003-readdressings';
import { ReaderLanguage20261122 } from './20261122-reader-language';

/** In the order they run; a name once given stays. */
export const migrations = [Founding, Accounts, Readdressings, ReaderLanguage20261122];
