import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sees } from './browser.js';
import { type DemoCity, openDemoCity } from './demo-city.js';
import { elderSubsidy } from './elder-subsidy-chapter.js';
import { choose } from './form-fields.js';
import { goOn } from './portal-pages.js';
import { look } from './screens.js';
import { fillNoRaises, fillScores, fillVisit, openSheet, type Scores, sign, soFar, turnTo } from './sheet-pages.js';
import { confirmPanel, deliver, openCase, openPanel } from './staff-pages.js';

let city: DemoCity;
let caseId = '';
beforeAll(async () => {
  city = await openDemoCity('2026-03-02');
});
afterAll(() => city?.close());

const IDENTITY_NUMBER = '980199194603180227';

/** What both assessors find on their visit: 46 points of 90, the least that is of the middle level (GB/T 42195-2022, C.3). */
const FOUND: Readonly<Record<'self-care' | 'mobility' | 'mind' | 'senses', Scores>> = {
  'self-care': { 进食: 0, 修饰: 0, 洗澡: 0, '穿/脱上衣': 0, '穿/脱裤子和鞋袜': 0, 小便控制: 0, 大便控制: 0, 如厕: 0 },
  mobility: { 床上体位转移: 0, 床椅转移: 0, 平地行走: 0, 上下楼梯: 3 },
  mind: { 时间定向: 4, 空间定向: 4, 人物定向: 4, 记忆: 4, 理解能力: 4, 表达能力: 4, 攻击行为: 1, 抑郁症状: 1, 意识水平: 2 },
  senses: { 视力: 2, 听力: 2, 执行日常事务: 4, 使用交通工具外出: 3, 社会交往能力: 4 },
};

/** A page that is used at 390 pixels: accessible there, without sideways scroll. */
async function lookNarrow(page: Page, name: string): Promise<void> {
  await look(page, name);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${name} scrolls sideways at 390`).toBeLessThanOrEqual(0);
}

it('a daughter files for her mother, who is the applicant', async () => {
  const page = await city.as('daughter');
  await page.goto('/services/elder-ability-assessment');
  await page.getByRole('link', { name: '开始申请' }).click();
  await choose(page, '您是', '家属');
  await page.getByLabel('和老人的关系').fill('女儿');
  await page.getByLabel('联系人').fill('沈雨晴');
  await page.getByLabel('联系电话').fill('15400100041');
  await goOn(page, '老人');
  await page.getByLabel('老人姓名').fill('沈秀兰');
  await page.getByLabel('老人身份证号').fill(IDENTITY_NUMBER);
  await choose(page, '本市户籍', '是');
  await page.getByLabel('老人住在哪个社区（村）').fill('晨光社区');
  await page.getByLabel('详细住址').fill('朝晖街道晨光社区3栋2单元101');
  await goOn(page, '为什么评估');
  await sees(page, '正在为沈**办理，您是代办人沈雨晴');
  await choose(page, '申请的原因', '没有评估过，或者上次的结果已经过期');
  await choose(page, '结果用来做什么', '申请养老服务补贴');
  await goOn(page, '上门评估');
  await choose(page, '在哪里评估', '老人家里');
  await goOn(page, /诊断证明、病历/);
  await goOn(page, /请核对/);
  for (const consent of ['同意为这次评估使用老人的健康信息', '以上情况属实']) await page.getByRole('checkbox', { name: consent }).check();
  await look(page, 'assessment-check', 'both');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/receipt$/);
  await sees(page, '收到您的申请了');
  const receipt = await page.getByRole('main').innerText();
  expect(receipt).toMatch(/申请人\s+沈秀兰/);
  expect(receipt).toMatch(/PG2026-ZH01-\d{4}/);
  await page.getByRole('main').getByRole('link', { name: '查进度' }).click();
  await sees(page, '沈秀兰：还没有结果');
  caseId = /cases\/([^/?]+)/.exec(page.url())?.[1] ?? '';
});

it('the street accepts, and the district names two assessors who are on duty', async () => {
  const clerk = await city.as('clerk');
  await openCase(clerk, caseId);
  await openPanel(clerk, /^受理/);
  await confirmPanel(clerk);
  const officer = await city.as('officer');
  await openCase(officer, caseId);
  await openPanel(officer, '安排两名评估人员');
  const panel = officer.getByRole('dialog');
  await panel.getByRole('row', { name: /陈立新.*休假/ }).waitFor();
  expect(await panel.getByLabel('主评', { exact: true }).innerText()).not.toContain('陈立新');
  await panel.getByLabel('主评', { exact: true }).selectOption('assessor-a');
  await panel.getByLabel('协评', { exact: true }).selectOption('assessor-b');
  await look(officer, 'assessment-assign');
  await confirmPanel(officer);
  await sees(officer, '还差：吴晓梅、刘振东');
});

/** The sheet from its first page to the last before the check. */
async function fillSheet(page: Page, senses: Scores): Promise<void> {
  await openSheet(page);
  await fillVisit(page, ['2026', '3', '10'], '老人家中');
  await turnTo(page, '影响等级的情况');
  await fillNoRaises(page);
  await turnTo(page, '自理能力');
  await fillScores(page, FOUND['self-care']);
  await turnTo(page, '基础运动能力');
  await fillScores(page, FOUND.mobility);
  await turnTo(page, '精神状态');
  await fillScores(page, FOUND.mind);
  await turnTo(page, '感知觉与社会参与');
  await fillScores(page, senses);
}

it('the first assessor fills in the sheet on a telephone; one of the 26 indicators is missing and is named', async () => {
  await city.goTo('2026-03-10');
  const page = await city.as('assessor-a', 'narrow');
  await page.goto('/console/tasks');
  await sees(page, '待办1件');
  await openCase(page, caseId);
  const { 听力: hearing, ...others } = FOUND.senses;
  await fillSheet(page, others);
  await soFar(page, /总分\s*还差1项/);
  await lookNarrow(page, 'assessment-sheet');
  await turnTo(page, '说明和声明');
  await page.getByRole('checkbox', { name: /^我与被评估的老人没有亲属关系/ }).check();
  await turnTo(page, '请核对，再签字提交（现在还没有提交）');
  await sees(page, '还差1项');
  await sign(page, '吴晓梅');
  await sees(page, /请.*听力/);
  await lookNarrow(page, 'assessment-sheet-missing');
  await page.getByRole('button', { name: /^改\s*感知觉与社会参与/ }).click();
  await fillScores(page, { 听力: hearing ?? 0 });
  await soFar(page, /总分\s*46\/90/);
  await soFar(page, /能力等级\s*中度失能/);
  await turnTo(page, '说明和声明');
  await turnTo(page, '请核对，再签字提交（现在还没有提交）');
  await sign(page, '吴晓梅');
  await sees(page, '还差：刘振东');
  await sees(page, '还有人没填。各人填的内容都交齐才看得到。');
});

it('the second assessor fills in a sheet of their own, unaware of the first', async () => {
  const page = await city.as('assessor-b', 'narrow');
  await openCase(page, caseId);
  await sees(page, '还差：刘振东');
  expect(await page.locator('main').innerText()).not.toMatch(/46\/90|中度失能/);
  await fillSheet(page, FOUND.senses);
  await soFar(page, /总分\s*46\/90/);
  await turnTo(page, '说明和声明');
  await page.getByRole('checkbox', { name: /^我与被评估的老人没有亲属关系/ }).check();
  await turnTo(page, '请核对，再签字提交（现在还没有提交）');
  await sign(page, '刘振东');
  await sees(page, /审核时限，2026年3月13日/);
});

it('the district reviews both sheets and confirms the level with an opinion; the letter says why', async () => {
  await city.goTo('2026-03-11');
  const officer = await city.as('officer');
  await openCase(officer, caseId);
  await sees(officer, '中度失能');
  await look(officer, 'assessment-review');
  await openPanel(officer, '确认评估结果');
  await officer.getByRole('dialog').locator('.staff-panel-foot').getByRole('button').first().click();
  await sees(officer, '请填写审批意见');
  await officer.getByLabel('审批意见').fill('材料齐全，同意');
  await confirmPanel(officer);
  await officer.getByRole('link', { name: /评估结果告知书/ }).click();
  await sees(officer, /可以在送达后10个工作日内申请由另外的评估人员重新评估/);
  await look(officer, 'assessment-letter');
});

it('the street hands the letter over against a receipt; level, why and remedies stand on one screen', async () => {
  await city.goTo('2026-03-12');
  const clerk = await city.as('clerk');
  await openCase(clerk, caseId);
  await deliver(clerk, '沈雨晴签收');
  await sees(clerk, '中度失能');
  const page = await city.as('daughter');
  await page.goto(`/my/cases/${caseId}`);
  await sees(page, /沈秀兰：中度失能/);
  await sees(page, /异议/);
  await look(page, 'assessment-result', 'both');
  await page.getByRole('button', { name: '为什么' }).click();
  await sees(page, /中度失能：46～65分/);
  await sees(page, /上门评估.*评估师/);
  await look(page, 'assessment-why', 'both');
});

it('the register of elders shows the result and until when it is valid', async () => {
  const clerk = await city.as('clerk');
  await clerk.goto('/console/registers/elders');
  await clerk.getByLabel('姓名、名称或完整号码').fill(IDENTITY_NUMBER);
  await clerk.getByRole('button', { name: '查找' }).click();
  await clerk.getByRole('link', { name: '沈秀兰', exact: true }).click();
  for (const shown of [/失能失智等级\s*中度/, /评估有效期至\s*2027/]) await clerk.locator('main').filter({ hasText: shown }).waitFor();
});

elderSubsidy(() => city, IDENTITY_NUMBER);

it('no page broke a script or a rule of content', () => {
  expect(city.browser.faults).toEqual([]);
});
