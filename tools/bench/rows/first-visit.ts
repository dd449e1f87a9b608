import { chromium } from '@playwright/test';
import { startSystem } from '@porchlight/testing';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { short, type Comparison } from '../figures';
import { House, owner } from '../house';
import type { Options } from '../options';

/** Row 11: what a phone loads before the homeowner sees the ring. */
export const firstVisit = async ({ root }: Options): Promise<Comparison[]> => {
  const portal = scriptBytes(join(root, 'dist/apps/portal/browser'));
  const hello = scriptBytes(buildHello(root));
  const requests = await requestsBeforePaint();
  const compared = { row: '11', ours: `${short(portal)} bytes`, theirs: `${short(hello)} bytes` };
  return [
    {
      ...compared,
      what: 'script before the ring shows (brotli), against an Angular hello world',
      goal: { atMost: 1.3 },
      ratio: portal / hello,
    },
    {
      row: '11',
      what: 'requests before the first paint, of 2',
      goal: { atMost: 1 },
      ratio: requests.length / 2,
      ours: requests.join(' '),
      theirs: 'the page and its script',
    },
  ];
};

/** All scripts that the page names, compressed as a server would. */
const scriptBytes = (folder: string): number => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const names = new Set([...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name]) => name ?? ''));
  return [...names].reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
};

/** The least that Angular can be, built as the portal is. */
const buildHello = (root: string): string => {
  const folder = join(root, 'dist/tools/hello');
  rmSync(folder, { recursive: true, force: true });
  const { targets } = JSON.parse(readFileSync(join(root, 'apps/portal/project.json'), 'utf8'));
  const { optimization, polyfills } = targets.bundle.options;
  const options = {
    browser: 'main.ts',
    index: 'index.html',
    tsConfig: 'tsconfig.json',
    outputPath: 'out',
    outputHashing: 'all',
    optimization,
    polyfills,
  };
  const files = {
    'package.json': { private: true },
    'tsconfig.json': {
      compilerOptions: { target: 'es2022', module: 'es2022', moduleResolution: 'bundler', strict: true },
      files: ['main.ts'],
    },
    'angular.json': {
      version: 1,
      cli: { analytics: false, cache: { enabled: false } },
      projects: {
        hello: {
          projectType: 'application',
          root: '',
          architect: { build: { builder: '@angular/build:application', options } },
        },
      },
    },
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><body><app-root></app-root></body></html>');
  writeFileSync(
    join(folder, 'main.ts'),
    `import { Component, provideZonelessChangeDetection } from '@angular/core';
     import { bootstrapApplication } from '@angular/platform-browser';
     @Component({ selector: 'app-root', template: '<h1>Hello, world</h1>' })
     class App {}
     void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });`,
  );
  const ng = join(root, 'node_modules/@angular/cli/bin/ng.js');
  const built = spawnSync(process.execPath, [ng, 'build', 'hello'], { cwd: folder, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the hello world did not build:\n${built.stdout}\n${built.stderr}`);
  return dirname(join(folder, 'out/browser/index.html'));
};

/** What a phone asks for, on opening the clean address, until it paints something. */
const requestsBeforePaint = async (): Promise<string[]> => {
  const system = await startSystem();
  const browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'], args: ['--no-sandbox'] });
  try {
    const builder = await owner(system);
    const house = await House.build(system, builder);
    const seat = await house.seat(builder);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const [name = '', value = ''] = (seat.headers['cookie'] ?? '').split('=');
    await context.addCookies([{ name, value, url: system.origin }]);
    const page = await context.newPage();
    await page.goto(`${system.origin}/portal/${house.projectId}`);
    await page.getByRole('heading').first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    return await page.evaluate(() => {
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const loaded = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < painted);
      return ['the page', ...loaded.map((one) => one.name.replace(/.*\//, ''))];
    });
  } finally {
    await browser.close();
    await system.stop();
  }
};
