import { type Provider, signal } from '@angular/core';
import * as rest from '../later/rest';
import { RestOfPage } from '../later/rest-of-page';

/** A page whose second script is there from the start. */
export const wholePage: Provider = {
  provide: RestOfPage,
  useValue: { parts: signal(rest), missing: signal(false) },
};
