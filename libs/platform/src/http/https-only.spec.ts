import { describe, expect, it } from '@jest/globals';
import { httpsOnly } from './https-only';

describe('httpsOnly', () => {
  it('has browsers come by https for a year where the first public origin is one', () => {
    expect(httpsOnly(['https://homes.example.com', 'http://localhost'])).toEqual({
      'strict-transport-security': 'max-age=31536000',
    });
  });

  it.each([[['http://localhost:8200', 'https://homes.example.com']], [[]]])('says nothing at %j', (origins) => {
    expect(httpsOnly(origins)).toEqual({});
  });
});
