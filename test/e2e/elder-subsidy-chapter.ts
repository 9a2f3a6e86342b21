import { expect, it } from 'vitest';
import { sees } from './browser.js';
import type { DemoCity } from './demo-city.js';
import { choose, fillDay } from './form-fields.js';
import { goOn } from './portal-pages.js';
import { look } from './screens.js';
import { sign, turnTo } from './sheet-pages.js';
import { confirmPanel, deliver, openCase, openPanel } from './staff-pages.js';

const NAMES = { clerk: '高丽萍', 'clerk-2': '郑小燕' } as const;

/** Two clerks visit the elder; each files what they saw, on a telephone. */
async function visit(city: DemoCity, login: keyof typeof NAMES, caseId: string): Promise<void> {
  const page = await city.as(login, 'narrow');
  await openCase(page, caseId);
  await page.getByRole('group', { name: '操作' }).getByRole('button', { name: '交核查表' }).click();
  await page.waitForURL(/\/sheet\/household-visit/);
  await fillDay(page, '核查日期', '2026-03-31');
  await choose(page, '见到了谁', '老人本人或者机构负责人');
  await turnTo(page, '结论');
  await choose(page, /看到的与申请相符/, '是');
  await page.getByRole('textbox', { name: '核查情况' }).fill('独居，低保证已看，与申请相符');
  if (login === 'clerk') await look(page, 'elder-subsidy-visit');
  await turnTo(page, '请核对，再签字提交（现在还没有提交）');
  await sign(page, NAMES[login]);
  await page.waitForURL((url) => !url.pathname.includes('/sheet/'));
}

/**
 * The subsidy of one elder, from filing to delivery, on the result of the assessment that the register holds: nobody assesses anew, and
 * the city has entered no rate, so a person proposes the amount and another confirms it.
 */
export function elderSubsidy(city: () => DemoCity, identityNumber: string): void {
  let caseId = '';

  it('the daughter applies for the subsidy: the register knows the assessment, so no proof of it is asked', async () => {
    await city().goTo('2026-03-30');
    const page = await city().as('daughter');
    await page.goto('/services/elder-care-subsidy');
    await look(page, 'elder-subsidy-service', 'both');
    await page.getByRole('link', { name: '开始申请' }).click();
    await page.getByLabel('老人姓名').fill('沈秀兰');
    await page.getByLabel('老人身份证号').fill(identityNumber);
    await choose(page, '是不是本市户籍', '是');
    await page.getByLabel('住在哪个社区（村）').fill('晨光社区');
    await goOn(page, '困难情况');
    await choose(page, '属于哪一类', '低保');
    await choose(page, '和谁一起住', '独居');
    await goOn(page, '申请人');
    await choose(page, '您是老人的什么人', '子女');
    await page.getByLabel('联系电话').fill('15400100041');
    await goOn(page, /低保证、特困证/);
    await goOn(page, /请核对/);
    await page.getByRole('checkbox', { name: '以上情况属实' }).check();
    await look(page, 'elder-subsidy-check', 'both');
    await sees(page, '正在为沈**办理，您是代办人沈雨晴');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL(/\/receipt$/);
    await sees(page, '收到您的申请了');
    expect(await page.getByRole('main').innerText()).toMatch(/申请人\s+沈秀兰/);
    caseId = /cases\/([^/]+)\/receipt/.exec(page.url())?.[1] ?? '';
  });

  it('the street accepts, and two clerks who visited each file what they saw', async () => {
    const clerk = await city().as('clerk');
    await openCase(clerk, caseId);
    await openPanel(clerk, /^受理/);
    await sees(clerk, /上门核查/);
    await confirmPanel(clerk);
    await city().goTo('2026-03-31');
    await visit(city(), 'clerk', caseId);
    await visit(city(), 'clerk-2', caseId);
    await openCase(clerk, caseId);
    await sees(clerk, '街道审核');
  });

  it('no rate is entered: the clerk proposes an amount with its ground, and the list is published', async () => {
    const clerk = await city().as('clerk');
    await openCase(clerk, caseId);
    await sees(clerk, /本地还没有提供“补贴标准”的标准，不影响申请。可以问本级民政局养老服务科/);
    await look(clerk, 'elder-subsidy-review');
    await clerk.getByRole('button', { name: '同意', exact: true }).click();
    await clerk.getByLabel(/认定金额/).fill('300.005');
    await clerk.getByLabel('理由').fill('按本市低保老人服务补贴标准');
    await clerk.getByRole('dialog').locator('.staff-panel-foot').getByRole('button').first().click();
    await sees(clerk, '请写金额，如180.00，最多两位小数');
    await clerk.getByLabel(/认定金额/).fill('300.00');
    await confirmPanel(clerk);
    await openPanel(clerk, /^提交公示/);
    await confirmPanel(clerk);
    await sees(clerk, /正在公示/);
  });

  it('the period passes, the district confirms the amount and decides', async () => {
    await city().goTo('2026-04-13');
    const officer = await city().as('officer');
    await openCase(officer, caseId);
    await look(officer, 'elder-subsidy-decide');
    await openPanel(officer, /^同意|按街道意见决定/);
    await officer.getByLabel('审批意见').fill('同意街道意见');
    await confirmPanel(officer);
  });

  it('the letter is delivered, the entitlement stands in the register, and one screen says why and what can be done', async () => {
    const clerk = await city().as('clerk');
    await openCase(clerk, caseId);
    await deliver(clerk, '沈雨晴签收');
    const words = await clerk.locator('main').innerText();
    for (const told of [/300\.00/, /按本市低保老人服务补贴标准/, /申请行政复议/, /提起行政诉讼/]) expect(words).toMatch(told);
    await look(clerk, 'elder-subsidy-done');
    await clerk.goto('/console/registers/entitlements');
    await sees(clerk, /沈秀兰/);
    const page = await city().as('daughter');
    await page.goto(`/my/cases/${caseId}`);
    await sees(page, '¥300.00');
    await page.getByRole('button', { name: '为什么' }).first().click();
    await sees(page, /由人工认定：¥300\.00/);
    await sees(page, /申请行政复议/);
    await look(page, 'elder-subsidy-mine', 'both');
  });

  it('a slip of the pen is corrected after the end: both values stay, and the clerk hears that the register does not follow', async () => {
    const clerk = await city().as('clerk');
    await openCase(clerk, caseId);
    await openPanel(clerk, '更正笔误');
    await clerk.getByLabel('更正哪一项').selectOption({ label: '服务所在社区（村）' });
    await clerk.getByLabel('应当是').fill('湖滨社区');
    await clerk.getByLabel('理由').fill('社区写错，户口簿为证');
    await sees(clerk, /本件写过在享待遇台账。更正不会自动改台账里的记录/);
    await look(clerk, 'elder-subsidy-correction');
    await confirmPanel(clerk);
    await clerk.getByRole('link', { name: '经过', exact: true }).click();
    await sees(clerk, /晨光社区 → 湖滨社区/);
  });
}
