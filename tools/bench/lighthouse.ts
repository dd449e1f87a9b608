import { startSystem } from '@porchlight/testing';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { House, owner } from './house';

const categories = ['performance', 'accessibility', 'best-practices'];

/** `npm run bench -- lighthouse`: the portal on a phone, as Lighthouse sees it. */
export const runLighthouse = async (): Promise<void> => {
  const system = await startSystem();
  const chrome = await launch({
    chromePath: process.env['CHROME_PATH'],
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
    logLevel: 'silent',
  });
  try {
    const builder = await owner(system);
    const house = await House.build(system, builder, 'Kitchen extension');
    const seat = await house.seat(builder);
    const result = await lighthouse(`${system.origin}/portal/${house.projectId}`, {
      port: chrome.port,
      logLevel: 'silent',
      onlyCategories: categories,
      disableStorageReset: true,
      extraHeaders: { cookie: seat.headers['cookie'] ?? '' },
    });
    if (!result) throw new Error('Lighthouse gave no result');
    const { lhr } = result;
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    for (const { title, score } of Object.values(lhr.categories))
      console.log(`${title}: ${score === null ? 'no score' : Math.round(score * 100)}`);
    for (const id of [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ])
      console.log(`  ${lhr.audits[id]?.title ?? id}: ${lhr.audits[id]?.displayValue ?? ''}`);
    const lacking = Object.values(lhr.categories)
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]))
      .filter((audit) => audit?.score !== null && audit !== undefined && audit.score < 0.9);
    for (const audit of lacking) console.log(`  lacks: ${audit?.title} (${audit?.id}) ${audit?.displayValue ?? ''}`);
    const insights = Object.values(lhr.audits).filter(
      ({ id, score }) => id.endsWith('insight') && score !== null && score < 0.9,
    );
    for (const { title, id, displayValue } of insights) console.log(`  could: ${title} (${id}) ${displayValue ?? ''}`);
  } finally {
    await chrome.kill();
    await system.stop();
  }
};
