import { beforeAll, describe, expect, it } from '@jest/globals';
import { findProgram, run, type Program } from '@porchlight/testing';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentRun } from '../../../libs/testing/src/run/run-file';

/** Prometheus' own tool, on the rules and on their tests. */
describe('the alerts', () => {
  let promtool: Program;
  let rules: string;

  const tried = async (text: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'porchlight-alerts-'));
    await cp(join(currentRun().root, 'deploy/monitoring/prometheus'), folder, { recursive: true });
    await writeFile(join(folder, 'alerts.yml'), text);
    const { out, err } = await run(promtool.command, ['test', 'rules', 'alerts.test.yml'], {
      cwd: folder,
      env: { ...promtool.env },
    });
    await rm(folder, { recursive: true });
    return out + err;
  };

  beforeAll(async () => {
    const { root, cache } = currentRun();
    rules = await readFile(join(root, 'deploy/monitoring/prometheus/alerts.yml'), 'utf8');
    promtool = await findProgram(
      { title: 'Prometheus', command: 'promtool', packages: ['prometheus'], brew: 'prometheus', variable: 'PATH' },
      cache,
    );
  });

  it('speak when they should, and not before', async () => {
    expect(await tried(rules)).toContain('SUCCESS');
  });

  it.each([
    ['too late', 'for: 1m', 'for: 10m'],
    ['at another age of the outbox', 'porchlight_outbox_age_seconds) > 60', 'porchlight_outbox_age_seconds) > 600'],
    ['once a mail was sent', ' or vector(0)', ''],
    ['of another replica', 'max by (service) (porchlight_outbox', 'min by (service) (porchlight_outbox'],
  ])('are seen to speak %s', async (_, from, to) => {
    expect(await tried(rules.replaceAll(from, to))).toContain('FAILED');
  });
});
