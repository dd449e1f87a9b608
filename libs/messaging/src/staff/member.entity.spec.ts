import { describe, expect, it } from '@jest/globals';
import { partsOf } from './member.entity';

const companyId = '019377a0-0000-7000-8000-000000000001';
const projectId = '019377a0-0000-7000-8000-000000000002';

describe('the parts of a person', () => {
  it('are those of staff in whole companies and of others in projects, staff first', () => {
    expect(
      partsOf([
        { companyId, projectId, role: 'customer' },
        { companyId, projectId: null, role: 'owner' },
        { companyId, projectId, role: 'manager' },
        { companyId, projectId: null, role: 'subcontractor' },
      ]),
    ).toEqual([
      { companyId, projectId: null, role: 'owner' },
      { companyId, projectId, role: 'customer' },
    ]);
  });
});
