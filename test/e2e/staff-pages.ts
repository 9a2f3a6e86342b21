import type { Page } from 'playwright-core';
import { sees, settled } from './browser.js';

/** Opens a case by its number from the search of the console. */
export async function openCase(page: Page, caseId: string): Promise<void> {
  await page.goto(`/console/cases/${caseId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Parts that arrive later move the others: a click meant for a button could land beside it.
  await settled(page);
}

/** Presses a button of the action bar (under 更多 if it is there) and waits for its panel. */
export async function openPanel(page: Page, name: string | RegExp): Promise<void> {
  const bar = page.getByRole('group', { name: '操作' });
  const button = bar.getByRole('button', { name });
  const more = bar.getByRole('button', { name: /^更多/ });
  await button.or(more).first().waitFor();
  if ((await button.count()) === 0) await more.click();
  await button.first().click();
  await page.getByRole('dialog').waitFor();
}

/** Confirms the open panel by its button with the verb, and waits until it is told as done. */
export async function confirmPanel(page: Page): Promise<void> {
  const panel = page.getByRole('dialog');
  await panel.locator('.staff-panel-foot').getByRole('button').first().click();
  await panel.waitFor({ state: 'detached' });
  await sees(page, /✓ 已办：/);
}

/** Ticks rows of the case by their number. */
export async function tickRows(page: Page, ...rows: readonly number[]): Promise<void> {
  for (const row of rows) await page.getByRole('checkbox', { name: `选第${row}行`, exact: true }).check();
}

/** Hands a letter over on the day of the tenant. */
export async function deliver(page: Page, receipt: string): Promise<void> {
  await openPanel(page, '登记送达');
  await page.getByRole('radio', { name: '直接送达' }).check();
  await page.getByLabel('回执（签收人、邮寄单号）').fill(receipt);
  await confirmPanel(page);
}

/** Moves the training clock to the next deadline and waits until it is told what fell due. */
export async function nextDeadline(page: Page): Promise<void> {
  const banner = page.getByRole('complementary', { name: '演练时钟' });
  const shown = banner.locator('[aria-live]');
  const day = /\d+年\d+月\d+日/.exec(await shown.innerText())?.[0] ?? '';
  await banner.getByRole('button', { name: '跳到下一个期限' }).click();
  await shown.filter({ hasText: '已处理', hasNotText: new RegExp(`在${day}`) }).waitFor();
}
