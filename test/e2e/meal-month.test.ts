import { readFileSync } from 'node:fs';
import type { DemoDefinition } from '@careway/definition';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { generateElders } from '../../packages/runtime/src/demo/index.js';
import { logIn, sees } from './browser.js';
import { fillMonth, goOn, pasteRows } from './portal-pages.js';
import { look } from './screens.js';
import { confirmPanel, deliver, nextDeadline, openCase, openPanel, tickRows } from './staff-pages.js';
import { openWorld, part, type StoryWorld } from './story-world.js';

let opened: StoryWorld | undefined;

function world(): StoryWorld {
  if (!opened) throw new Error('the story has not begun');
  return opened;
}

beforeAll(async () => {
  opened = await openWorld();
});

afterAll(() => opened?.close());

const demo = JSON.parse(readFileSync(new URL('../../examples/hohhot/demo.json', import.meta.url), 'utf8')) as DemoDefinition;
const [first = '', second = '', third = ''] = generateElders(demo.elders)
  .filter(({ area, values }) => area === 'xc01' && values['local_hukou'] === true)
  .map(({ values }) => `${values['identity_number']},${values['name']}`);

const HEADINGS = '身份证号,姓名,老人类别,本市户籍,刷卡日期,餐次';
const day = (number: number) => `2021-06-${String(number).padStart(2, '0')}`;
const days = (count: number) => Array.from({ length: count }, (_, index) => day(index + 1));
const swipe = (elder: string, group: string, on: string, meal: string) => `${elder},${group},是,${on},${meal}`;

/** As the card reader writes it: both meals on thirty days, lunch on twenty, and one elder of no group. */
const month = [
  HEADINGS,
  ...days(30).flatMap((on) => [swipe(first, '低保', on, '早餐'), swipe(first, '低保', on, '午餐')]),
  ...days(20).map((on) => swipe(second, '空巢（留守）', on, '午餐')),
  swipe(third, '都不是', day(3), '午餐'),
].join('\n');

/** A second lunch, a third meal and a second group, each for the same elder. */
const faulty = [
  HEADINGS,
  swipe(first, '低保', day(1), '午餐'),
  swipe(first, '低保', day(1), '午餐'),
  swipe(first, '低保', day(1), '晚餐'),
  swipe(first, '空巢（留守）', day(2), '午餐'),
].join('\n');

describe('the meals of one month, from the swipes to the letter', () => {
  part(world, 'the service says what a meal brings before anybody logs in', async ({ agent, careway }) => {
    await agent.goto('/services/meal-subsidy');
    await sees(agent, /每天补助两餐，早餐每次2元、午餐每次4元/);
    await look(agent, 'meal-service', 'both');
    await logIn(agent, 'agent-a', careway.password);
    await agent.goto('/services/meal-subsidy');
    await agent.getByRole('link', { name: /开始申请/ }).click();
    await agent.getByRole('heading', { level: 1, name: '机构', exact: true }).waitFor();
    await goOn(agent, '月份和联系人');
    await fillMonth(agent, ['2021', '06']);
    await goOn(agent, '用餐老人名单');
  });

  part(world, 'a meal counted twice, a third meal and a second group are told line by line, and nothing is read in', async ({ agent }) => {
    await pasteRows(agent, faulty.replaceAll(',', '\t'));
    await sees(agent, /4条刷卡记录里有3条要改，名单没有读入/);
    await sees(agent, /第3行：和第2行重复（身份证号、刷卡日期、餐次都相同）/);
    await sees(agent, '第4行：餐次请从这些里选：早餐、午餐');
    await sees(agent, '第5行：老人类别和第2行不同（身份证号相同），请核对');
    await look(agent, 'meal-swipes-wrong', 'both');
  });

  part(world, 'the file of the month becomes one row an elder, each with its amount', async ({ agent }) => {
    await agent.getByRole('button', { name: '不粘贴了' }).click();
    await agent
      .getByLabel('导入XLSX或CSV文件')
      .setInputFiles({ name: '6月刷卡.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${month}`) });
    await sees(agent, '81条刷卡记录合成了3行');
    await sees(agent, '共3行，没有要改的');
    await sees(agent, '¥180.00');
    await sees(agent, '¥80.00');
    await agent.locator('.grid-total strong').filter({ hasText: '¥260.00' }).waitFor();
    await look(agent, 'meal-roster', 'both');
    await goOn(agent, /请核对/);
    await agent.getByRole('checkbox', { name: '以上情况属实' }).check();
    await agent.getByRole('button', { name: '提交申请' }).click();
    await agent.waitForURL(/\/receipt$/);
    world().caseId = /cases\/([^/]+)\/receipt/.exec(agent.url())?.[1] ?? '';
  });

  part(world, 'the street sees why it is 180 yuan: the meals counted, the rate and the clause', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await openPanel(clerk, /^受理/);
    await confirmPanel(clerk);
    await sees(clerk, '街道审核');
    await clerk.getByRole('button', { name: /看第1行为什么/ }).click();
    const why = clerk.getByRole('complementary', { name: '为什么是这个数' });
    await why.getByText('¥180.00').first().waitFor();
    await why.getByText(/= 2 × 30 \+ 4 × 30/).waitFor();
    await why.getByText('早餐次数').first().waitFor();
    await why.getByText('午餐次数').first().waitFor();
    await why
      .getByText(/每天補助兩餐,早餐補助2元、午餐補助4元/)
      .first()
      .waitFor();
    await why.getByText(/各类标准相同，不叠加/).waitFor();
    await look(clerk, 'meal-why');
  });

  part(world, 'two rows are approved, the elder of no group is refused with the clause, and the list is published', async (story) => {
    const clerk = await story.as('clerk-a');
    await tickRows(clerk, 3);
    await clerk.getByRole('button', { name: '不同意', exact: true }).click();
    await clerk.getByLabel('理由').fill('不属于计划列出的几类老人');
    await clerk.getByLabel('依据的条款').selectOption({ index: 1 });
    await confirmPanel(clerk);
    await clerk.getByRole('button', { name: /同意全部无疑问的2行/ }).click();
    await confirmPanel(clerk);
    await sees(clerk, /同意2/);
    await openPanel(clerk, /^提交公示/);
    await confirmPanel(clerk);
    await sees(clerk, /正在公示/);
    await nextDeadline(clerk);
  });

  part(world, 'the district decides, the letter is delivered and the case is closed', async (story) => {
    const officer = await story.as('officer-a');
    await openCase(officer, story.caseId);
    await openPanel(officer, /^同意2行，¥260\.00/);
    await officer.getByLabel('审批意见').fill('同意街道意见');
    await confirmPanel(officer);
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await deliver(clerk, '李建国签收');
    await sees(clerk, /本件已结束：已办结/);
  });

  part(world, 'the home reads the amount, the reason and the remedies in its letter', async ({ agent, caseId, browser }) => {
    await agent.goto(`/my/cases/${caseId}`);
    await sees(agent, '这件已经办完。');
    await agent
      .getByRole('link', { name: /决定书/ })
      .first()
      .click();
    await agent.getByRole('heading', { level: 1, name: /决定书/ }).waitFor();
    await sees(agent, /260\.00/);
    await sees(agent, /不属于计划列出的几类老人/);
    await sees(agent, /行政复议/);
    await look(agent, 'meal-letter', 'both');
    expect(browser.faults).toEqual([]);
  });
});
