import { Initial20261121 } from './20261121-initial';
import { Bell20261122 } from './20261122-bell';
import { Language20261122 } from './20261122-language';

/** In the order in which they run. */
export const migrations = [Initial20261121, Bell20261122, Language20261122];
