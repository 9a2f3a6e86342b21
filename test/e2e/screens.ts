import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { NARROW, settled, WIDE } from './browser.js';
import { smallPng } from './small-png.js';
import { isAccessible, type Widths } from './accessibility.js';

const FOLDER = process.env['CAREWAY_SCREENS_TO'] ?? fileURLToPath(new URL('../../docs/screens', import.meta.url));
const KEEP = process.env['CAREWAY_SCREENS'] === '1';
const TALLEST = 1_200;

/** A page or state worth looking at: checked for accessibility, and kept as a picture when `CAREWAY_SCREENS=1`. */
export async function look(page: Page, name: string, widths: Widths = 'wide'): Promise<void> {
  if (KEEP) await picture(page, name, widths);
  await isAccessible(page, name, widths);
}

async function picture(page: Page, name: string, widths: Widths): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await settled(page);
  await shoot(page, `${name}-1280`);
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
