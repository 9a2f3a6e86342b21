import { readFileSync } from 'node:fs';
import type { DemoDefinition } from '@careway/definition';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateElders } from '../../packages/runtime/src/demo/index.js';
import { launchBrowser, logIn, sees, type TestBrowser } from './browser.js';
import { type CarewayProcess, startCareway } from './careway-process.js';
import { look } from './screens.js';

let careway: CarewayProcess;
let browser: TestBrowser;
beforeAll(async () => {
  careway = await startCareway();
  browser = await launchBrowser(careway.address);
});
afterAll(async () => {
  await browser?.close();
  await careway?.close();
});

const demo = JSON.parse(readFileSync(new URL('../../examples/hohhot/demo.json', import.meta.url), 'utf8')) as DemoDefinition;
const elders = generateElders(demo.elders);
const mine = elders.filter(({ area }) => area === 'xc01').map(({ values }) => values);
const elsewhere = elders.find(({ area }) => area === 'sh01')?.values;
const [first, second] = mine;

/** The list of a community, as its office sends it: one moved, one new, one wrong, one of another district. */
const list = [
  '身份证号,姓名,出生日期,本市户籍,社区（村）',
  `${first?.identity_number},${first?.name},,,新建社区`,
  `${second?.identity_number},${second?.name},,,${second?.community}`,
  '150199193801050010,云秀英,1938-01-05,是,新建社区',
  '1.50199E+17,云秀兰,1938-01-06,是,新建社区',
  `${elsewhere?.identity_number},${elsewhere?.name},,,新建社区`,
].join('\n');

async function clerk(): Promise<Page> {
  const page = await browser.open();
  await logIn(page, 'clerk-a', careway.password);
  await page.goto('/console');
  return page;
}

it('a clerk brings a list, sees what it would change, and imports what is right', async () => {
  const page = await clerk();
  await page.getByRole('link', { name: '台账', exact: true }).click();
  await sees(page, '老年人台账');
  await look(page, 'registers', 'both');
  await page.getByRole('link', { name: '老年人台账' }).click();
  await sees(page, /共\d+条/);
  await look(page, 'register-list', 'both');
  await page.getByRole('link', { name: '导入' }).click();
  await page.locator('#import-file').setInputFiles({ name: '新建社区.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await sees(page, '核对完：新增1条，更新1条，没有变化1条，有错2行。');
  await sees(page, '已在其他区登记，请联系上一级民政部门核对');
  await look(page, 'register-import', 'both');
  await page.getByRole('button', { name: '导入2条，跳过有错的2行' }).click();
  await sees(page, '请写明原因');
  await page.getByLabel('为什么导入').fill('社区年度核对');
  await page.getByRole('button', { name: '导入2条，跳过有错的2行' }).click();
  await sees(page, '导入完成：新增1条，更新1条。');
  await look(page, 'register-imported');
});

it('two colleagues correct one record at once: the second sees both sides before anything is saved', async () => {
  const page = await clerk();
  await page.goto('/console/registers/elders');
  await page.getByLabel('姓名、名称或完整号码').fill(String(first?.identity_number));
  await page.getByRole('button', { name: '查找' }).click();
  await sees(page, '共1条');
  expect(page.url()).not.toContain(String(first?.identity_number));
  await page.getByRole('link', { name: first?.name ?? '', exact: true }).click();
  await sees(page, '王秀英导入');
  await look(page, 'register-record', 'both');
  const colleague = await browser.open();
  await logIn(colleague, 'clerk-b', careway.password);
  await colleague.goto(page.url());
  for (const who of [page, colleague]) {
    await who.getByRole('button', { name: '更正' }).click();
    await who.getByLabel('社区（村）').waitFor();
  }
  await colleague.getByLabel('社区（村）').fill('海东社区');
  await colleague.getByLabel('为什么改').fill('电话核实');
  await colleague.getByRole('button', { name: '保存' }).click();
  await sees(colleague, '已保存。');
  await page.getByLabel('社区（村）').fill('北垣社区');
  await page.getByLabel('为什么改').fill('上门核实');
  await page.getByRole('button', { name: '保存' }).click();
  await sees(page, '您打开后有变化，什么都还没有保存');
  await look(page, 'register-conflict', 'both');
  await page.getByRole('button', { name: '已对照，按我填的保存' }).click();
  await sees(page, '已保存。');
  await sees(page, '◇ 社区（村）：海东社区 → 北垣社区');
});

it('a number is shown whole for a reason, and the auditor reads who looked', async () => {
  const page = await clerk();
  await page.goto('/console/registers/facilities/52150199MJ00000019');
  await sees(page, '等级证书台账（1）');
  await look(page, 'register-facility', 'both');
  await page.getByRole('button', { name: '显示完整号码' }).click();
  await page.getByLabel('为什么要看').fill('电话联系机构');
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await sees(page, '15400000001');
  await look(page, 'register-reveal');
  const auditor = await browser.open();
  await logIn(auditor, 'auditor', careway.password);
  await auditor.goto('/trace/log');
  await sees(auditor, '电话联系机构');
  await look(auditor, 'register-log');
});

it('the auditor asks the log for one person or home, and what was asked stays out of the address', async () => {
  const auditor = await browser.open();
  await logIn(auditor, 'auditor', careway.password);
  await auditor.goto('/trace/log');
  const ask = async (text: string) => {
    await auditor.getByLabel('看的是谁的').fill(text);
    await auditor.getByRole('button', { name: '查找' }).click();
  };
  await ask('青城颐康养老院（演示）');
  await sees(auditor, /“青城颐康养老院（演示）”的记录被看过\d+次/);
  await sees(auditor, '电话联系机构');
  expect(decodeURIComponent(auditor.url())).not.toContain('青城');
  await ask('欧阳无人');
  await sees(auditor, '没有人看过“欧阳无人”的记录');
  await look(auditor, 'log-of-nobody', 'both');
  await auditor.getByRole('button', { name: '全部记录' }).click();
  await sees(auditor, '电话联系机构');
});

it('no page broke a script or a rule of content', () => {
  expect(browser.faults).toEqual([]);
});
