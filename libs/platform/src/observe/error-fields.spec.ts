import { describe, expect, it } from '@jest/globals';
import { errorFields } from './error-fields';

describe('what a log says of an error', () => {
  it('keeps the statement and its values of a database error out', () => {
    const error = Object.assign(new Error(`insert into note (text) values ('a private word') - duplicate key`), {
      code: '23505',
      constraint: 'note_pkey',
      table: 'note',
    });
    const fields = errorFields(error);
    expect(fields).toMatchObject({ code: '23505', constraint: 'note_pkey', table: 'note' });
    expect(JSON.stringify(fields)).not.toContain('a private word');
  });

  it('keeps the message of any other error', () => {
    expect(errorFields(new TypeError('x is not a function'))).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
    });
  });
});
