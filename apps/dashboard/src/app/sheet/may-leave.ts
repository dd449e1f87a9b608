import { inject } from '@angular/core';
import { type CanDeactivateFn } from '@angular/router';
import { Unsaved } from '../form/unsaved';
import { Sheets } from './sheets';

/** No page is left from under a sheet or a form that holds unsaved text, not by the browser's back button either. */
export const mayLeave: CanDeactivateFn<unknown> = () => inject(Sheets).mayLeave() && inject(Unsaved).mayLeave();
