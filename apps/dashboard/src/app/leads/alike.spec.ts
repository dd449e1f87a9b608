import { describe, expect, it } from '@jest/globals';
import { worthLooking } from './alike';

describe('looking for a lead that is known already', () => {
  it('waits until an address, a number or an e-mail is one', () => {
    expect(worthLooking({ email: 'mia@', phone: '+1 303', address: '12 Oak' })).toEqual({});
    expect(worthLooking({ email: ' mia@home.example ', phone: '303 555 0101', address: '12 Oak Lane' })).toEqual({
      email: 'mia@home.example',
      phone: '303 555 0101',
      address: '12 Oak Lane',
    });
  });
});
