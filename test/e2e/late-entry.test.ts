import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { sees } from './browser.js';
import { photo } from './evidence-files.js';
import { copiedRows, fillMonth, pasteRows } from './portal-pages.js';
import { look } from './screens.js';
import { confirmPanel, openPanel } from './staff-pages.js';
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

/** Presses the verb of the open panel, which is expected to hold the act back. */
async function press(page: Page): Promise<void> {
  await page.getByRole('dialog').locator('.staff-panel-foot').getByRole('button').first().click();
}

/** On the first day of the training clock, 5 July: the paper came on the 1st and the street accepted it by hand on the 2nd. */
describe('a case that was begun on paper is entered days later', () => {
  part(world, 'the clerk enters the paper at the counter with the day on which it came in', async (story) => {
    const clerk = await story.as('clerk-a');
    await clerk.goto('/console/counter');
    await clerk.getByRole('button', { name: /^开始录入：家庭护理型养老床位/ }).click();
    await clerk.getByLabel(/^机构（从养老机构台账里选/).selectOption('52150199MJ00000019');
    await clerk.getByLabel('怎么来的').selectOption('paper');
    await sees(clerk, '正在为青城颐康养老院（演示）登记（寄来或者交来的纸质材料，王秀英经办）');
    await clerk.getByLabel('收到材料的日期').fill('2021-07-01');
    await fillMonth(clerk, ['2021', '06']);
    await clerk.getByLabel('联系人').fill('李建国');
    await clerk.getByLabel('联系电话').fill('15400000001');
    await pasteRows(clerk, copiedRows(1, 2));
    await sees(clerk, '共2行，没有要改的');
    await clerk.getByRole('checkbox', { name: '以上情况属实' }).check();
    await look(clerk, 'late-counter');
    await clerk.getByRole('button', { name: '登记受理申请，出回执' }).click();
    await clerk.getByRole('heading', { level: 1, name: '收到申请的回执' }).waitFor();
    await sees(clerk, '2021年7月1日');
    await clerk.getByRole('link', { name: '打开办件' }).click();
    await clerk.getByRole('group', { name: '操作' }).waitFor();
    story.caseId = /cases\/([^/?]+)/.exec(clerk.url())?.[1] ?? '';
  });

  part(world, 'an earlier day without the paper that proves it is refused in plain words', async (story) => {
    const clerk = await story.as('clerk-a');
    await openPanel(clerk, /^受理/);
    await clerk.getByText('这件事发生在更早的一天（补录）').click();
    await clerk.getByLabel('发生在哪天').fill('2021-07-06');
    await press(clerk);
    await sees(clerk, '日期不能晚于今天（2021年7月5日）');
    await clerk.getByLabel('发生在哪天').fill('2021-07-02');
    await press(clerk);
    await sees(clerk, '补录更早的事，请附上凭证');
    await look(clerk, 'late-without-evidence', 'both');
  });

  part(world, 'a day before the paper came in is refused, and it is told which days are possible', async (story) => {
    const clerk = await story.as('clerk-a');
    const panel = clerk.getByRole('dialog');
    await panel.locator('input[type=file]').setInputFiles({ ...photo, name: '受理登记簿.png' });
    await panel.getByRole('link', { name: '受理登记簿.png' }).waitFor();
    await clerk.getByLabel('发生在哪天').fill('2021-06-30');
    await press(clerk);
    await sees(clerk, '日期2021-06-30不能用：太早了');
    await sees(clerk, '请填2021-07-01到2021-07-05之间的日期');
  });

  part(world, 'with the page of the register attached the acceptance takes effect on its day', async (story) => {
    const clerk = await story.as('clerk-a');
    await clerk.getByLabel('发生在哪天').fill('2021-07-02');
    await confirmPanel(clerk);
    await sees(clerk, '街道审核');
    await sees(clerk, '受理登记簿.png');
    await sees(clerk, '2021年7月1日申请');
    // Eight working days from the 2nd, not from the day of entry.
    await sees(clerk, /街道审核时限，2021年7月14日/);
    await look(clerk, 'late-accepted', 'both');
  });

  part(world, 'the history shows the day it happened and the day it was entered', async (story) => {
    const clerk = await story.as('clerk-a');
    await clerk.getByRole('link', { name: '看全部经过' }).click();
    const accepted = clerk.getByRole('main').getByRole('listitem').filter({ hasText: '在“受理”环节：受理' });
    await accepted.getByText('7月2日发生，7月5日 09:00补录').waitFor();
    const filed = clerk.getByRole('main').getByRole('listitem').filter({ hasText: '王秀英（窗口代录）' });
    await filed.getByText('7月1日发生，7月5日 09:00补录').waitFor();
    await look(clerk, 'late-history', 'both');
    expect(story.browser.faults).toEqual([]);
  });
});
