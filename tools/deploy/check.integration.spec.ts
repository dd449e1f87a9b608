import { describe, expect, it } from '@jest/globals';
import { run } from '@porchlight/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentRun } from '../../libs/testing/src/run/run-file';

const deployment = (spec: object): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'planted' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'app', image: 'a:1' }] } },
    ...spec,
  },
});

describe('npm run check:deploy', () => {
  it('shows what the published schemas refuse: unknown fields, wrong values, kinds that are not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'porchlight-manifests-'));
    const file = join(folder, 'planted.yaml');
    const manifests = [
      deployment({ replica: 2 }),
      deployment({ replicas: 'two' }),
      { apiVersion: 'apps/v1', kind: 'Deployments', metadata: { name: 'planted' } },
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'planted' },
        spec: { rules: [], hostnames: 'one.example.com' },
      },
    ];
    await writeFile(file, manifests.map((one) => JSON.stringify(one)).join('\n---\n'));
    const checked = await run(process.execPath, ['--no-warnings', 'tools/deploy/run.ts', file], {
      cwd: currentRun().root,
    });
    await rm(folder, { recursive: true });
    expect(checked.code).toBe(1);
    expect(checked.err).toContain('Deployment planted has no field spec.replica\n');
    expect(checked.err).toContain('data/spec/replicas must be integer');
    expect(checked.err).toContain('apps/v1 has no such kind');
    expect(checked.err).toContain('data/spec/hostnames must be array');
  });
});
