import type { Page } from 'playwright-core';

/** Chooses one answer of a question with a few. */
export async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
}

/** Fills in the three boxes of a day. @param iso 2026-03-02 */
export async function fillDay(page: Page, label: string | RegExp, iso: string): Promise<void> {
  const boxes = page.getByRole('group', { name: label });
  const [year = '', month = '', day = ''] = iso.split('-').map((part) => String(Number(part)));
  await boxes.getByLabel('年', { exact: true }).fill(year);
  await boxes.getByLabel('月', { exact: true }).fill(month);
  await boxes.getByLabel('日', { exact: true }).fill(day);
}
