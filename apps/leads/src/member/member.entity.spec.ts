import { describe, expect, it } from '@jest/globals';
import { staffRoles } from './member.entity';

const companyId = '019377a0-0000-7000-8000-000000000001';
const projectId = '019377a0-0000-7000-8000-000000000002';

describe('staff roles', () => {
  it('come from company-wide memberships alone', () => {
    expect(
      staffRoles([
        { companyId, projectId: null, role: 'owner' },
        { companyId, projectId, role: 'manager' },
        { companyId, projectId, role: 'customer' },
        { companyId, projectId: null, role: 'subcontractor' },
      ]),
    ).toEqual([{ companyId, role: 'owner' }]);
  });
});
