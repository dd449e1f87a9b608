import { describe, expect, it } from '@jest/globals';
import { acceptance } from '../test-app/letters';
import { acceptanceWords, type SendableAcceptance } from './acceptance.words';

const words = (changes: Partial<SendableAcceptance> = {}) => acceptanceWords({ ...acceptance, ...changes });

describe('the mail about an invitation that was accepted', () => {
  it('says who joined what, and leads there', () => {
    expect(words()).toMatchObject({
      from: 'Alder & Sons',
      subject: 'Anna Okafor joined Okafor – Kitchen',
      heading: 'Anna Okafor joined Okafor – Kitchen',
      button: { label: 'Open the Project', url: acceptance.url },
      why: 'Porchlight sent you this because you invited anna@example.com.',
    });
  });

  it.each([
    ['customer', 'and can now follow Okafor – Kitchen on a page of their own.'],
    ['subcontractor', 'Tasks in Okafor – Kitchen that you give them are on their list at once.'],
    ['manager', 'and can now see and run everything in Okafor – Kitchen with you.'],
  ] as const)('says what a %s can do now', (role, then) => {
    expect(words({ role }).introduction).toMatch(/^Anna Okafor \(anna@example\.com\) accepted your invitation/);
    expect(words({ role }).introduction).toContain(then);
  });

  it('speaks of the company where there is no project', () => {
    const { heading, introduction, button } = words({ role: 'manager', projectName: null });
    expect(heading).toBe('Anna Okafor joined Alder & Sons');
    expect(introduction).toContain('run everything in Alder & Sons with you');
    expect(button.label).toBe('See Who Is There');
  });
});
