import { expect } from 'vitest';
import { sees } from './browser.js';
import { agreement } from './evidence-files.js';
import { look } from './screens.js';
import { confirmPanel, openCase, openPanel, tickRows } from './staff-pages.js';
import { part, type StoryWorld } from './story-world.js';

/** The street accepts, asks for what is missing once, decides every row and publishes. */
export function tellReview(world: () => StoryWorld): void {
  part(world, 'the street clerk finds the application in the worklist and accepts it', async (story) => {
    const clerk = await story.as('clerk-a');
    await clerk.goto('/console/tasks');
    const row = clerk.getByRole('row').filter({ hasText: story.number });
    await row.waitFor();
    await sees(clerk, /剩\d个工作日/);
    await look(clerk, 'worklist');
    await row.getByRole('button', { name: /我来办/ }).click();
    await row.getByText('我在办').waitFor();
    await row.getByRole('rowheader').getByRole('link').click();
    await clerk.getByRole('heading', { level: 1, name: /家庭护理型养老床位/ }).waitFor();
    await openPanel(clerk, /^受理/);
    await confirmPanel(clerk);
    await sees(clerk, '街道审核');
  });

  part(world, 'another district’s clerk is told the case does not exist, like any wrong number', async (story) => {
    const stranger = await story.as('clerk-c');
    await stranger.goto(`/console/cases/${story.caseId}`);
    await sees(stranger, '没有找到这个办件');
    const words = await stranger.locator('main').innerText();
    await stranger.goto('/console/cases/0123456789abcdef');
    await sees(stranger, '没有找到这个办件');
    expect(await stranger.locator('main').innerText()).toBe(words);
    await look(stranger, 'not-found');
  });

  part(world, 'the clerk sees the amount, the matched rows and the quoted clause together', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await clerk.getByRole('button', { name: /看第2行为什么/ }).click();
    await sees(clerk, /¥220\.00/);
    const why = clerk.getByRole('complementary', { name: '为什么是这个数' });
    await why.getByText(/200/).first().waitFor();
    await why
      .getByText(/历史文件/)
      .first()
      .waitFor();
    await why.getByText('怎样会改变').waitFor();
    await look(clerk, 'case');
  });

  part(world, 'what is missing is asked for once, with the whole list, and the clock stands still', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await openPanel(clerk, '要求补正');
    await clerk.getByRole('button', { name: /发出补正通知/ }).click();
    await sees(clerk, '请至少写一项，每项写清缺什么、为什么要');
    await clerk.getByLabel('缺什么（第1项）').fill('第3行的服务协议签字页');
    await clerk.getByLabel('为什么要（第1项）').fill('没有签字，无法确认服务开始的月份');
    await clerk.getByRole('button', { name: '再加一项' }).click();
    await clerk.getByLabel('缺什么（第2项）').fill('6月的夜间值班记录');
    await clerk.getByLabel('为什么要（第2项）').fill('用来确认每天24小时服务');
    await look(clerk, 'ask-supplement');
    await confirmPanel(clerk);
    await sees(clerk, '已要求补正，等申请人');
    await sees(clerk, /补交期间不计时/);
    await clerk.getByText(/^时限\d+个/).click();
    await sees(clerk, '暂停，没计时');
    await look(clerk, 'case-paused');
  });

  part(world, 'the agent sees the list and the paused clock, and hands everything in', async ({ agent, caseId }) => {
    await agent.goto('/my');
    await sees(agent, /要补交材料/);
    await look(agent, 'my-must-do', 'both');
    await agent.getByRole('link', { name: '去补交' }).first().click();
    await agent.getByRole('heading', { level: 1, name: '还差2样，请补交' }).waitFor();
    await sees(agent, '第3行的服务协议签字页');
    await sees(agent, /补交期间不计时/);
    await agent.getByRole('button', { name: '交齐了，提交' }).click();
    await sees(agent, '还没有传文件，也没有改名单');
    await look(agent, 'supplement', 'both');
    const files = agent.getByRole('group', { name: /服务协议/ }).locator('input[type=file]');
    await files.setInputFiles({ ...agreement, name: '签字页.pdf' });
    await agent.getByRole('link', { name: '签字页.pdf' }).waitFor();
    await agent.getByRole('button', { name: '交齐了，提交' }).click();
    await agent.waitForURL(new RegExp(`/my/cases/${caseId}$`));
    await sees(agent, /等您补材料，没计时/);
  });

  part(world, 'the clock runs on, and completion cannot be asked for again', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await sees(clerk, /剩\d个工作日/);
    const again = clerk.getByRole('button', { name: '要求补正' });
    if ((await again.count()) === 0) await clerk.getByRole('button', { name: /^更多/ }).click();
    expect(await again.getAttribute('aria-disabled')).toBe('true');
    await sees(clerk, '补正已经要求过，不能再要求。');
    await sees(clerk, '签字页.pdf');
  });

  part(world, 'two rows are held, one is refused with reason and clause', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await tickRows(clerk, 59, 60);
    await clerk.getByRole('button', { name: '暂缓', exact: true }).click();
    await clerk.getByLabel('理由').fill('等区里核对住院记录');
    await confirmPanel(clerk);
    await tickRows(clerk, 58);
    await clerk.getByRole('button', { name: '不同意', exact: true }).click();
    await clerk.getByRole('dialog').locator('.staff-panel-foot').getByRole('button').first().click();
    await sees(clerk, '请写明理由');
    await sees(clerk, '请选依据的条款');
    await look(clerk, 'refuse-row');
    await clerk.getByLabel('理由').fill('6月住院，没有得到24小时服务');
    await clerk.getByLabel('依据的条款').selectOption({ index: 1 });
    await confirmPanel(clerk);
    await sees(clerk, /暂缓2/);
    await sees(clerk, /不同意1/);
  });

  part(world, 'the server is killed in the middle, the clean rows are approved and the list is published', async (story) => {
    const clerk = await story.as('clerk-a');
    await story.careway.killAndRestart();
    await openCase(clerk, story.caseId);
    await sees(clerk, /暂缓2/);
    await clerk.getByRole('button', { name: /同意全部无疑问的57行/ }).click();
    await clerk.getByRole('dialog').waitFor();
    await look(clerk, 'approve-rows');
    await confirmPanel(clerk);
    await sees(clerk, /同意57/);
    await look(clerk, 'rows-decided');
    await openPanel(clerk, /^提交公示/);
    await confirmPanel(clerk);
    await sees(clerk, /正在公示/);
  });
}
