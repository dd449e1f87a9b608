import type { CompanyColors } from '@porchlight/contracts';

/** Until a company sets its own: deep spruce (9.7:1 on white) and porch amber (5.0:1), both past WCAG AA. */
export const defaultColors: CompanyColors = { primary: '#1f4e46', secondary: '#b45309' };
