import { Founding } from './0001-founding';

export const migrations = [Founding];
