import { join } from 'node:path';
import type { Demo } from './seed/demo';
import type { Settings } from './settings';

/** The last words of a start: where everything is, and how to get in. */
export const welcome = ({ port, mailPort, data, given }: Settings, demo: Demo | null): string => {
  const lines = [
    ['Porchlight', `http://localhost:${port}`],
    ...(given.smtp ? [] : [['Mail catcher', `http://localhost:${mailPort}`]]),
    ...(demo
      ? [
          ['Sign in as', demo.email],
          ['Password', demo.password],
          ['A homeowner’s portal', demo.portalUrl ?? 'its link was revoked: make another by Share in the project'],
        ]
      : []),
    ['Logs', join(data, 'logs')],
  ];
  const rows = lines.map(([name = '', value = '']) => `  ${name.padEnd(22)}${value}`);
  return `\nPorchlight is running. Ctrl-C stops it.\n\n${rows.join('\n')}\n`;
};
