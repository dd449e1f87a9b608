import { Initial20261121 } from './initial-20261121';

export const migrations = [Initial20261121];
