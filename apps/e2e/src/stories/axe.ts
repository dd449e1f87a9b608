import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
export const expectNoFaults = async (page: Page): Promise<void> => {
  await expect.poll(() => atRest(page)).toBe(true);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
};

/** A frame that runs nothing does not run axe either: what is previewed there is looked at where it is a page of its own. */
export const withoutFrames = (page: Page): Promise<void> =>
  page.locator('iframe').evaluateAll((frames) => frames.forEach((frame) => frame.remove()));
