import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { NARROW, settled, WIDE } from './browser.js';
import { smallPng } from './small-png.js';
import { isAccessible, type Widths } from './accessibility.js';

const FOLDER = process.env['CAREWAY_SCREENS_TO'] ?? fileURLToPath(new URL('../../docs/screens', import.meta.url));
const KEEP = process.env['CAREWAY_SCREENS'] === '1';
const UNPLAIN = /\b(?:undefined|null|NaN)\b|\[object|[一-龥]：[a-z]{4,}|\{\{|\b[A-Z]{3,}_[A-Z]|非法|必填|系统异常/;
const TALLEST = 1_200;

/** A page or state worth looking at: checked for accessibility, and kept as a picture when `CAREWAY_SCREENS=1`. */
export async function look(page: Page, name: string, widths: Widths = 'wide'): Promise<void> {
  await speaksPlainly(page, name);
  if (KEEP) await picture(page, name, widths);
  await isAccessible(page, name, widths);
}

/** No code, no hole in a sentence and none of the words that offices should not use. */
async function speaksPlainly(page: Page, name: string): Promise<void> {
  await settled(page);
  const words = await page.locator('main').innerText();
  expect(words, `words of ${name}`).not.toMatch(UNPLAIN);
}

async function picture(page: Page, name: string, widths: Widths): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await settled(page);
  await shoot(page, `${name}-${(page.viewportSize() ?? WIDE).width}`);
  if (widths === 'wide') return;
  await page.setViewportSize(NARROW);
  await shoot(page, `${name}-390`);
  await page.setViewportSize(WIDE);
}

/** Portal pages whole, up to a height that is still read; staff pages as the desk shows them, with their bar at the bottom. */
async function shoot(page: Page, name: string): Promise<void> {
  const staff = await page.locator('.console-root').count();
  const { width } = page.viewportSize() ?? WIDE;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const whole = { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) } };
  writeFileSync(join(FOLDER, `${name}.png`), smallPng(await page.screenshot(staff > 0 ? {} : whole)));
}
