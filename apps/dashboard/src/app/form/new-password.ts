import { maxLength, minLength, required, schema } from '@angular/forms/signals';
import { type DoorWords, english } from '../door/english';

/** What a password must be, as said beside the field: long, and nothing else. */
export const newPasswordHint = english.password.hint;

export const newPasswordIn = ({ choose, short, long }: DoorWords['password']) =>
  schema<string>((path) => {
    required(path, { message: choose });
    minLength(path, 12, { message: short });
    maxLength(path, 256, { message: long });
  });

export const newPassword = newPasswordIn(english.password);
