import type { Page } from 'playwright-core';

/** The indicators of one part of the sheet with the scores given, in the order of the standard. */
export type Scores = Readonly<Record<string, number>>;

/** Opens the sheet of one's own seat from the case. */
export async function openSheet(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: '操作' })
    .getByRole('button', { name: /^提交评估表/ })
    .click();
  await page.getByRole('heading', { level: 1, name: '评估信息' }).waitFor();
}

/** To the next page of the sheet, by the button at its foot. */
export async function turnTo(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: /^(?:下一页|核对，再签字)$/ }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Where and when the assessor visited, for the first time. */
export async function fillVisit(page: Page, day: readonly [year: string, month: string, day: string], place: string): Promise<void> {
  await page.getByRole('radio', { name: '首次评估', exact: true }).check();
  const boxes = page.getByRole('group', { name: /^评估日期/ });
  await boxes.getByLabel('年', { exact: true }).fill(day[0]);
  await boxes.getByLabel('月', { exact: true }).fill(day[1]);
  await boxes.getByLabel('日', { exact: true }).fill(day[2]);
  await page.getByLabel('评估地点').fill(place);
}

/** No diagnosis, no coma and no event: nothing that would raise the level. */
export async function fillNoRaises(page: Page): Promise<void> {
  for (const question of [/^确诊痴呆/, /^精神科专科医生/, /^昏迷/]) {
    await page.getByRole('group', { name: question }).getByRole('radio', { name: '没有', exact: true }).check();
  }
  for (const event of ['跌倒次数', '走失次数', '噎食次数', '自杀、自伤次数', '其他照护风险事件次数'])
    await page.getByLabel(event).fill('0');
}

export async function fillScores(page: Page, scores: Scores): Promise<void> {
  for (const [indicator, points] of Object.entries(scores)) {
    await page
      .getByRole('group', { name: indicator })
      .getByRole('radio', { name: new RegExp(`^${points}分`) })
      .check();
  }
}

/** What the sheet says it comes to so far, below its questions. */
export async function soFar(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('main').getByText('暂算').waitFor();
  await page.locator('main').filter({ hasText: text }).waitFor();
}

/** Signs by name and files the sheet; a sheet that may not be filed yet stays. */
export async function sign(page: Page, name: string): Promise<void> {
  await page.getByRole('checkbox', { name: `我是${name}，以上是我自己评定的，我对它负责。` }).check();
  await page.getByRole('button', { name: '签字并提交' }).click();
}
