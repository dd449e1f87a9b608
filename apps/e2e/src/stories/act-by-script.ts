import type { Page } from '@playwright/test';

/** What a program that runs the page can make up: a scroll, and events that no hand caused. Then it leaves. */
export const actByScript = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
    for (const type of ['pointerdown', 'keydown', 'touchstart', 'wheel', 'click'])
      document.body.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
};
