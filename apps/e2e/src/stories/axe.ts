import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Colours in the middle of a transition are nobody's choice. Endless animations are left alone. A toast is hidden from
 * screen readers for a moment before it is read to them.
 */
const atRest = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document
        .getAnimations()
        .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity) &&
      document.querySelector('mat-snack-bar-container [aria-hidden]') === null,
  );

/**
 * WCAG 2.2 AA, as far as a machine can tell (axe), once the page has come to rest. In the page itself: the other mode opens
 * one more for each look, for frames of other origins, and we have none.
 */
export const expectNoFaults = async (page: Page, except: string[] = []): Promise<void> => {
  await expect.poll(() => atRest(page)).toBe(true);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .disableRules(except)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
};

/** In light and in dark; nor is the page wider than its screen. */
export const expectNoFaultsInBoth = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNoFaults(page);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
};

/** For who asks for more contrast, for who likes motion, and for who has colours of their own, which axe cannot judge. */
export const expectNoFaultsForWishes = async (page: Page): Promise<void> => {
  await page.emulateMedia({ contrast: 'more' });
  await expectNoFaults(page);
  await page.emulateMedia({ contrast: null, reducedMotion: 'no-preference' });
  await expectNoFaults(page);
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await expectNoFaults(page, ['color-contrast']);
  await page.emulateMedia({ forcedColors: null });
};

/** Whether something can be seen, whatever its style says: it looks otherwise than without its words. */
export const isPainted = async (words: Locator): Promise<boolean> => {
  await words.scrollIntoViewIfNeeded();
  const place = await words.boundingBox();
  if (!place) return false;
  const look = (): Promise<Buffer> => words.page().screenshot({ clip: place });
  const before = await look();
  await words.evaluate((element: HTMLElement) => (element.style.visibility = 'hidden'));
  const without = await look();
  await words.evaluate((element: HTMLElement) => (element.style.visibility = ''));
  return !before.equals(without);
};

/** A frame that runs nothing does not run axe either: what is previewed there is looked at where it is a page of its own. */
export const withoutFrames = (page: Page): Promise<void> =>
  page.locator('iframe').evaluateAll((frames) => frames.forEach((frame) => frame.remove()));
