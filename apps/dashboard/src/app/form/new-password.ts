import { maxLength, minLength, required, schema } from '@angular/forms/signals';

/** What a password must be, as said beside the field: long, and nothing else. */
export const newPasswordHint = 'At least 12 characters. A sentence is fine.';

export const newPassword = schema<string>((path) => {
  required(path, { message: 'Choose a password' });
  minLength(path, 12, { message: 'Use at least 12 characters' });
  maxLength(path, 256, { message: 'Use at most 256 characters' });
});
