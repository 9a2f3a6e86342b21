import type { Page } from 'playwright-core';
import { sees } from './browser.js';
import { choose, fillDay } from './form-fields.js';
import { goOn } from './portal-pages.js';
import { openPanel } from './staff-pages.js';

/** What somebody who complains answers, in the order in which it is asked. */
export interface Complaint {
  readonly about: string;
  readonly day: string;
  readonly happening: string;
  /** The name that is looked for in the list, by its beginning. */
  readonly facility: string;
}

/** What whoever has no account comes back with. */
export interface Receipt {
  readonly number: string;
  readonly code: string;
}

/** The first two pages of the form: what happened, and in which facility. */
export async function tellWhatHappened(page: Page, { about, day, happening, facility }: Complaint): Promise<void> {
  await choose(page, '哪方面的问题', about);
  await choose(page, /^现在有人身危险吗/, '否');
  await fillDay(page, /^哪天发生的/, day);
  await page.getByLabel('事情经过').fill(happening);
  await goOn(page, '哪一家机构');
  await page.getByLabel('名称开头的几个字').fill(facility);
  await page.getByRole('button', { name: new RegExp(`^选这家\\s*${facility}`) }).click();
  await sees(page, new RegExp(`已选：${facility}`));
}

/** Sends the complaint and reads number and code off the receipt. */
export async function sendComplaint(page: Page): Promise<Receipt> {
  await page.getByRole('button', { name: '提交投诉' }).click();
  await page.getByRole('heading', { level: 1, name: /收到您的投诉/ }).waitFor();
  const [number = '', code = ''] = await page.locator('main .facts .figure').allInnerTexts();
  return { number, code };
}

/** Number and code from the receipt are typed on the page of progress. */
export async function track(page: Page, { number, code }: Receipt): Promise<void> {
  await page.goto('/track');
  await page.getByLabel('受理编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await page.getByRole('button', { name: '查进度' }).click();
}

/** Finds a case by the number that is on the receipt, as staff do, and tells its address. */
export async function findCase(page: Page, number: string): Promise<string> {
  await page.goto('/console/tasks');
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/\/cases\//);
  await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
  return /cases\/([^/?]+)/.exec(page.url())?.[1] ?? '';
}

/** Presses the verb of the open panel, which is expected to hold the act back. */
export async function press(page: Page): Promise<void> {
  await page.getByRole('dialog').locator('.staff-panel-foot').getByRole('button').first().click();
}

/** Opens a panel and fills in its boxes by their labels. */
export async function fillPanel(page: Page, name: string | RegExp, words: Readonly<Record<string, string>> = {}): Promise<void> {
  await openPanel(page, name);
  for (const [label, text] of Object.entries(words)) await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
}
