import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorEnvironment, removeOperatorFile, writeOperatorFile } from './operator-file';

describe('where a start runs, for the operator beside it', () => {
  const data = mkdtempSync(join(tmpdir(), 'porchlight-data-'));
  afterAll(() => rmSync(data, { recursive: true }));
  const running = { PROVISION_DATABASE_URL: 'postgres://here', BACKUP_DIR: '/data/backups' };

  it('is found by the data folder, readable by its owner alone, and what is given counts more', () => {
    writeOperatorFile(data, running);
    expect(operatorEnvironment(data, {})).toEqual(running);
    expect(operatorEnvironment(data, { BACKUP_DIR: '/mine' })).toEqual({ ...running, BACKUP_DIR: '/mine' });
    expect(statSync(join(data, 'operator.json')).mode & 0o777).toBe(0o600);
  });

  it('is not mixed with another installation', () => {
    const other = { PROVISION_DATABASE_URL: 'postgres://there' };
    expect(operatorEnvironment(data, other)).toEqual(other);
  });

  it('is unknown once it stopped, and where the file is broken', () => {
    writeFileSync(join(data, 'operator.json'), '{');
    expect(operatorEnvironment(data, {})).toEqual({});
    removeOperatorFile(data);
    removeOperatorFile(data);
    expect(operatorEnvironment(data, {})).toEqual({});
  });
});
