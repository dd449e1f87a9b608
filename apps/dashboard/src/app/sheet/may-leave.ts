import { inject } from '@angular/core';
import { type CanDeactivateFn } from '@angular/router';
import { Sheets } from './sheets';

/** No page is left from under a sheet that holds unsaved text, not by the browser's back button either. */
export const mayLeave: CanDeactivateFn<unknown> = () => inject(Sheets).mayLeave();
