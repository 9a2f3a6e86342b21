import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

export const SERVICE = '/services/family-bed-operating-subsidy';
const SAMPLES = fileURLToPath(new URL('../../examples/hohhot/samples/', import.meta.url));

/** Path of a sample roster of the pack. */
export const sample = (name: 'roster-2021-06.csv' | 'roster-2021-06-with-errors.csv') => `${SAMPLES}${name}`;

/** Rows of the clean sample as a spreadsheet copies them: headings first, cells parted by tabs. */
export function copiedRows(...numbers: readonly number[]): string {
  const lines = readFileSync(sample('roster-2021-06.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  return [0, ...numbers].map((number) => (lines[number] ?? '').split(',').join('\t')).join('\n');
}

/** Presses 继续 and waits for the page after. */
export async function goOn(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** From the list of services to the first question. */
export async function beginApplication(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: /申请补贴/ }).click();
  await page
    .getByRole('link', { name: /家庭护理型养老床位/ })
    .first()
    .click();
  await page.getByRole('link', { name: /开始申请|另外申请一份/ }).click();
  await page.getByRole('heading', { level: 1, name: '机构', exact: true }).waitFor();
}

export async function fillMonth(page: Page, month: readonly [year: string, month: string]): Promise<void> {
  const boxes = page.getByRole('group', { name: /服务月份/ });
  await boxes.getByLabel('年').fill(month[0]);
  await boxes.getByLabel('月', { exact: true }).fill(month[1]);
}

export async function pasteRows(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '从Excel粘贴' }).click();
  await page.getByLabel('把复制的表格粘贴到这里').fill(text);
  await page.getByRole('button', { name: /^读入/ }).first().click();
}

/** Reads a roster file in place of the rows that are there already. */
export async function importRoster(page: Page, file: string): Promise<void> {
  await page.getByLabel('导入XLSX或CSV文件').setInputFiles(file);
  const replace = page.getByRole('button', { name: /换掉现有\d+行/ });
  await replace.click();
  await replace.waitFor({ state: 'detached' });
}
