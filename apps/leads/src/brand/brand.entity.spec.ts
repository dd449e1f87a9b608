import { describe, expect, it } from '@jest/globals';
import { contrast } from '@porchlight/contracts';
import { defaultColors } from './brand.defaults';
import { Brand } from './brand.entity';

const companyId = '019377a0-0000-7000-8000-000000000001';

describe('a brand', () => {
  it.each(Object.entries(defaultColors))('has a default %s colour that white text can be read on', (_, color) => {
    expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('rises in version when a colour changes, and not when none does', () => {
    const brand = Brand.default(companyId);
    expect(brand.recolor({ ...defaultColors })).toBe(false);
    expect(brand.version).toBe(1);
    expect(brand.recolor({ ...defaultColors, primary: '#123456' })).toBe(true);
    expect(brand).toMatchObject({ version: 2, primaryColor: '#123456', secondaryColor: defaultColors.secondary });
  });
});
