import { apply, schema, validate } from '@angular/forms/signals';
import type { CompanyColors } from '@porchlight/contracts';
import { hexOf } from './hex';

/** The two colours as the form holds them: as typed. */
export interface ColoursDraft {
  primary: string;
  secondary: string;
}

const hexRules = schema<string>((path) => {
  validate(path, ({ value }) =>
    hexOf(value()) === null ? { kind: 'hex', message: 'Enter a colour such as #1f4e46' } : null,
  );
});

export const colourRules = schema<ColoursDraft>((path) => {
  apply(path.primary, hexRules);
  apply(path.secondary, hexRules);
});

/** What is typed, where it is a colour; else what was there before. */
export const coloursOf = (draft: ColoursDraft, before: CompanyColors): CompanyColors => ({
  primary: hexOf(draft.primary) ?? before.primary,
  secondary: hexOf(draft.secondary) ?? before.secondary,
});
