import { DCLinter } from 'dclint';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseCompose } from './compose';

/** What the published schema of Compose says against a file. */
export const composeSchemaFaults = (text: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-compose-'));
  const file = join(folder, 'docker-compose.yml');
  try {
    // The linter takes our many aliases for an attack.
    writeFileSync(file, stringify(parseCompose(text), { aliasDuplicateObjects: false }));
    return new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] })
      .lintFiles([file], false)
      .flatMap(({ messages }) => messages)
      .filter(({ rule }) => rule === 'invalid-schema' || rule === 'invalid-yaml')
      .map(({ message }) => message);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
