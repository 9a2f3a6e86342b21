import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sees } from './browser.js';
import { type DemoCity, openDemoCity } from './demo-city.js';
import { choose, fillDay } from './form-fields.js';
import { look } from './screens.js';
import { confirmPanel, deliver, openCase, openPanel } from './staff-pages.js';

let opened: DemoCity | undefined;
let caseId = '';

beforeAll(async () => {
  opened = await openDemoCity('2026-03-02');
});
afterAll(() => opened?.close());

function city(): DemoCity {
  if (!opened) throw new Error('the city is not open');
  return opened;
}

/** A member of staff on the page of the case. */
async function at(login: string, width: 'wide' | 'narrow' = 'wide'): Promise<Page> {
  const page = await city().as(login, width);
  await openCase(page, caseId);
  return page;
}

async function act(page: Page, name: string | RegExp, words?: { readonly field: string; readonly text: string }): Promise<void> {
  await openPanel(page, name);
  if (words) await page.getByRole('dialog').getByLabel(words.field).fill(words.text);
  await confirmPanel(page);
}

const ANSWERS = [
  ['申报等级', '三级'],
  ['已依法登记', '是'],
  ['已在民政部门备案', '是'],
  ['近2年受过行政处罚', '否'],
  ['在联合惩戒名单上', '否'],
  ['以前的牌匾已交回', '是'],
] as const;

it('a home applies and files its own evaluation, whose total is added up while it is typed', async () => {
  const home = await city().as('home');
  await home.goto('/services/facility-star-rating');
  await look(home, 'rating-service', 'both');
  await home.getByRole('link', { name: /开始申请/ }).click();
  await sees(home, /已知道，来自养老机构台账/);
  await home.getByRole('button', { name: '继续', exact: true }).click();
  await home.getByRole('button', { name: '提交申请' }).click();
  await home.waitForURL(/\/receipt$/);
  await home.getByRole('main').getByRole('link', { name: '查进度' }).click();
  caseId = /cases\/([^/?]+)/.exec(home.url())?.[1] ?? '';
  await home.getByRole('main').getByRole('link', { name: /自评/ }).first().click();
  for (const [question, choice] of ANSWERS) await choose(home, question, choice);
  const since = home.getByRole('group', { name: '开始运营日期' });
  await since.getByLabel('年').fill('2020');
  await since.getByLabel('月', { exact: true }).fill('1');
  await since.getByLabel('日').fill('1');
  await home.getByRole('button', { name: '继续', exact: true }).click();
  const scores = [
    ['环境', '121'],
    ['设施设备', '100'],
    ['运营管理', '120'],
    ['服务', '480'],
  ] as const;
  for (const [part, score] of scores) await home.getByLabel(new RegExp(`^${part}自评分`)).fill(score);
  await home.getByRole('checkbox', { name: /以上情况属实/ }).check();
  await home.getByRole('button', { name: '继续', exact: true }).click();
  await sees(home, /不能大于120|最多120|120以内/);
  await look(home, 'rating-self-evaluation', 'both');
  await home.getByLabel(/^环境自评分/).fill('90');
  await home.getByRole('button', { name: '继续', exact: true }).click();
  await home.getByRole('button', { name: '提交自评' }).click();
  await sees(home, /已提交：提交自评/);
});

it('the bureau accepts it, checks the conditions and names five experts', async () => {
  const officer = await at('city-officer');
  await act(officer, /^受理/);
  await act(officer, /符合条件/, { field: '审批意见', text: '各项条件符合' });
  await openPanel(officer, /指派五名专家/);
  for (const seat of [1, 2, 3, 4, 5]) await officer.getByLabel(`专家${seat}`, { exact: true }).selectOption(`expert-${seat}`);
  await look(officer, 'rating-panel');
  await confirmPanel(officer);
  await sees(officer, '材料评审：李文涛、王雅琴');
  await sees(officer, '现场评审：李文涛、王雅琴、刘建华、陈思远、杨秋菊');
});

it('the home asks that an expert takes no part; the head agrees, and the substitute takes the seat', async () => {
  const officer = await at('city-officer');
  await openPanel(officer, '专家回避');
  await officer.getByRole('radio', { name: /刘建华/ }).check();
  await officer.getByLabel(/替补/).selectOption('expert-6');
  await officer.getByLabel('理由').fill('与该院有过劳动纠纷');
  await look(officer, 'rating-recusal');
  await confirmPanel(officer);
  const head = await at('city-supervisor');
  await head.getByRole('button', { name: '我来审批' }).click();
  await head.getByRole('dialog').getByRole('radio', { name: '同意', exact: true }).check();
  await confirmPanel(head);
  await sees(head, '现场评审：李文涛、王雅琴、陈思远、杨秋菊、郭宏伟');
  await look(head, 'rating-after-recusal');
  const leaving = await at('expert-3', 'narrow');
  expect(await leaving.getByRole('button', { name: /评分表/ }).count()).toBe(0);
});

const PARTS = ['环境', '设施设备', '运营管理', '服务'] as const;
const EXPERTS = ['expert-1', 'expert-2', 'expert-6', 'expert-4', 'expert-5'];

async function reviewPapers(login: string): Promise<void> {
  const page = await at(login, 'narrow');
  await openPanel(page, /材料评审意见/);
  await page.getByLabel(/^缺项数/).fill('0');
  await page.getByRole('textbox', { name: '评审意见', exact: true }).fill('材料齐全');
  await page.getByRole('checkbox', { name: /没有利害关系/ }).check();
  await confirmPanel(page);
}

/** One expert's sheet on a telephone: the total is added up while they type. */
async function score(login: string, points: readonly number[], day: string): Promise<void> {
  const page = await at(login, 'narrow');
  await page.getByRole('group', { name: '操作' }).getByRole('button', { name: '提交评分表' }).click();
  await page.waitForURL(/\/sheet\/site/);
  await fillDay(page, '现场评审日期', day);
  for (const [index, label] of PARTS.entries()) await page.getByLabel(new RegExp(`^${label}（满分`)).fill(String(points[index]));
  const total = points.reduce((sum, one) => sum + one, 0);
  await sees(page, new RegExp(`总分\\s*${total}`));
  if (login === 'expert-1') await look(page, 'rating-sheet');
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('checkbox', { name: /没有利害关系/ }).check();
  await page.getByRole('button', { name: '核对，再签字' }).click();
  await page.getByRole('checkbox', { name: /以上是我自己评定的/ }).check();
  await page.getByRole('button', { name: '签字并提交' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/sheet/'));
}

it('each expert files a sheet of their own on a telephone', async () => {
  for (const login of ['expert-1', 'expert-2']) await reviewPapers(login);
  for (const login of EXPERTS) await score(login, [96, 104, 120, 350], '2026-03-02');
  const member = await at('committee-1');
  await sees(member, '评定委员会表决');
  await look(member, 'rating-sheets');
});

it('the committee does not pass it: the officer sends it back, the experts score again and the grade changes', async () => {
  for (const login of ['committee-1', 'committee-2']) {
    await act(await at(login), '不同意', { field: '理由', text: '服务部分的评分没有依据' });
  }
  await act(await at('city-officer'), /退回专家组/, { field: '理由', text: '请重新评服务部分' });
  for (const login of ['expert-1', 'expert-2']) await reviewPapers(login);
  for (const login of EXPERTS) await score(login, [96, 104, 120, 480], '2026-03-02');
  for (const login of ['committee-1', 'committee-3']) {
    await act(await at(login), '同意评审结果', { field: '审批意见', text: '同意' });
  }
  await sees(await at('city-officer'), '三级');
});

it('the result is on public notice for seven days, is announced, and the certificate is delivered', async () => {
  const citizen = await city().as();
  await citizen.goto('/publicity');
  await sees(citizen, /养老机构等级评定/);
  await look(citizen, 'rating-publicity', 'both');
  await city().goTo('2026-03-10');
  const head = await at('city-supervisor');
  await openPanel(head, /公告并发证/);
  await head.getByLabel('审批意见').fill('按表决和公示结果公告');
  await fillDay(head, '公告日期', '2026-03-10');
  await head.getByLabel('在哪里公告').fill('市民政局网站');
  await confirmPanel(head);
  const officer = await at('city-officer');
  await deliver(officer, '何建平签收');
  await sees(officer, /证书/);
});

it('one screen says which grade, why, by which article, and what can be done against it; the register has it', async () => {
  const officer = await at('city-officer');
  await sees(officer, /800/);
  const words = await officer.locator('main').innerText();
  expect(words).toMatch(/三级/);
  expect(words).toMatch(/800/);
  expect(words).toMatch(/GB\/T 37276-2018/);
  expect(words).toMatch(/申请行政复议/);
  expect(words).toMatch(/提起行政诉讼/);
  await look(officer, 'rating-done');
  await officer.goto('/console/registers/facilities');
  await sees(officer, /朝晖颐养院/);
  await officer
    .getByRole('link', { name: /朝晖颐养院/ })
    .first()
    .click();
  await sees(officer, '三级');
  const home = await city().as('home');
  await home.goto(`/my/cases/${caseId}`);
  await sees(home, '三级');
  await look(home, 'rating-my-case', 'both');
  expect(city().browser.faults).toEqual([]);
});
