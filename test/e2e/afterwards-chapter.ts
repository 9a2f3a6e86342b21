import { expect } from 'vitest';
import { isAccessible } from './accessibility.js';
import { sees } from './browser.js';
import { beginApplication, copiedRows, fillMonth, goOn, pasteRows } from './portal-pages.js';
import { look } from './screens.js';
import { part, type StoryWorld } from './story-world.js';

/** What remains: an application taken back, a row traced from its letter to its clause, the other language, the telephone. */
export function tellAfterwards(world: () => StoryWorld): void {
  part(world, 'the centre files another application and takes it back', async ({ agent }) => {
    await beginApplication(agent);
    await goOn(agent, '月份和联系人');
    await fillMonth(agent, ['2021', '05']);
    await goOn(agent, '服务对象名单');
    await pasteRows(agent, copiedRows(11, 12));
    await sees(agent, '共2行，没有要改的');
    await goOn(agent, '材料');
    await goOn(agent, /请核对/);
    await agent.getByRole('checkbox', { name: '以上情况属实' }).check();
    await agent.getByRole('button', { name: '提交申请' }).click();
    await agent.waitForURL(/\/receipt$/);
    await agent.getByRole('main').getByRole('link', { name: '查进度' }).click();
    await agent.getByRole('button', { name: '撤回申请' }).click();
    await look(agent, 'withdraw', 'both');
    await agent.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await sees(agent, '这件已经办完。');
    await agent.goto('/my');
    await sees(agent, '已撤回');
  });

  part(world, 'the auditor traces one row from the letter back to the clause, act by act', async (story) => {
    const auditor = await story.as('auditor');
    await auditor.goto('/trace');
    await auditor.getByLabel('编号、姓名、身份证号').fill(story.number);
    await auditor.getByRole('button', { name: '查找' }).click();
    await look(auditor, 'trace-search');
    await auditor.getByRole('link', { name: story.number }).click();
    await sees(auditor, /链条完整，共\d+条/);
    await look(auditor, 'trace-case');
    const letters = auditor.getByRole('region', { name: '从文书看起' });
    const decision = letters
      .getByRole('listitem')
      .filter({ hasText: /决定书/ })
      .first();
    await decision.getByText('文书里的行').click();
    await decision.getByRole('button', { name: /^第2行/ }).click();
    await sees(auditor, '只显示第2行和整件的记录，别的行不显示。');
    const why = auditor.getByRole('region', { name: /^第2行为什么是¥220\.00/ });
    await why.getByText('200 × 1.1').waitFor();
    await why
      .getByText(/基准运营补贴分别按每人每月150元、200元/)
      .first()
      .waitFor();
    const acts = await auditor.getByRole('region', { name: '经过' }).innerText();
    expect(acts).toContain('胡玉珍');
    expect(acts).not.toContain('王德福');
    await look(auditor, 'trace');
    await auditor.goto('/trace/log');
    await auditor.getByRole('heading', { level: 1, name: '访问记录' }).waitFor();
    await look(auditor, 'access-log');
  });

  part(world, 'every page speaks English too', async ({ agent, caseId, as }) => {
    await agent.goto('/');
    await agent.getByRole('button', { name: 'English' }).click();
    await agent.getByRole('heading', { level: 1, name: /need/i }).waitFor();
    for (const path of [
      '/',
      '/services',
      '/services/family-bed-operating-subsidy',
      '/my',
      `/my/cases/${caseId}`,
      '/publicity',
      '/track',
      '/help',
    ]) {
      await agent.goto(path);
      await agent.getByRole('heading', { level: 1 }).waitFor();
      await isAccessible(agent, `${path} in English`);
      expect(await agent.locator('html').getAttribute('lang')).toBe('en');
    }
    await agent.getByRole('button', { name: '中文' }).click();
    const clerk = await as('clerk-a');
    await clerk.goto(`/console/cases/${caseId}`);
    await clerk.getByRole('button', { name: 'English' }).click();
    await clerk.getByRole('heading', { name: 'Progress' }).waitFor();
    await look(clerk, 'english-case');
    await clerk.getByRole('button', { name: '中文' }).click();
  });

  part(world, 'an elder’s large type at 390 pixels needs no sideways scroll', async ({ agent, caseId }) => {
    await agent.goto('/');
    await agent.getByRole('button', { name: '长辈版' }).click();
    await agent.getByLabel('字大小').selectOption('32');
    await look(agent, 'elder', 'both');
    for (const path of ['/services/family-bed-operating-subsidy', '/my', `/my/cases/${caseId}`, '/track', '/help']) {
      await agent.goto(path);
      await agent.getByRole('heading', { level: 1 }).waitFor();
      await isAccessible(agent, `${path} in large type`, 'both');
    }
  });
}
