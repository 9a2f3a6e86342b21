import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { NARROW, settled, WIDE } from './browser.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rows of long tables that are like the first dozen: looking at all sixty takes axe half a minute. */
const FAR_ROWS = 'tbody tr:nth-child(n + 13), .choices > :nth-child(n + 13), .staff-cards > :nth-child(n + 13)';

/** Widths at which a page is looked at: staff pages at the desk, portal pages on a telephone too. */
export type Widths = 'wide' | 'both';

/** Asserts that axe finds nothing to object to, in the page's present state. */
export async function isAccessible(page: Page, name: string, widths: Widths = 'wide'): Promise<void> {
  await settled(page);
  await check(page, `${name}, 1280`);
  if (widths === 'wide') return;
  await page.setViewportSize(NARROW);
  await check(page, `${name}, 390`);
  expect(await sidewaysScroll(page), `${name} scrolls sideways at 390`).toBe(0);
  await page.setViewportSize(WIDE);
}

async function check(page: Page, name: string): Promise<void> {
  await unpin(page, 'static');
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).exclude(FAR_ROWS).analyze();
  await unpin(page, '');
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  expect(found, `axe on ${name}`).toEqual([]);
}

/** A bar that stays at the bottom half covers some row; one scrolls it free, but axe takes the row's control for too small. */
async function unpin(page: Page, position: 'static' | ''): Promise<void> {
  await page.locator('.staff-bar, .staff-panel').evaluateAll((bars, to) => {
    for (const bar of bars) (bar as HTMLElement).style.position = to;
  }, position);
}

/** Pixels by which the page is wider than the window. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
