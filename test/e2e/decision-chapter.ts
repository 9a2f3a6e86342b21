import { readPdf } from '@careway/server/testing';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sees } from './browser.js';
import { look } from './screens.js';
import { confirmPanel, deliver, nextDeadline, openCase, openPanel, tickRows } from './staff-pages.js';
import { part, type StoryWorld } from './story-world.js';

/** Publicity with an objection, decision, delivery, the child case, the held rows, the end. */
export function tellDecision(world: () => StoryWorld): void {
  part(world, 'anybody reads the notice, and a citizen objects to one row of it', async (story) => {
    const citizen = await story.browser.open();
    await citizen.goto('/publicity');
    await look(citizen, 'publicity', 'both');
    await citizen
      .getByRole('main')
      .getByRole('link', { name: /家庭护理型养老床位/ })
      .click();
    await citizen.getByRole('heading', { level: 1, name: /^公示/ }).waitFor();
    const notice = await citizen.locator('main').innerText();
    expect(notice).not.toMatch(/150199\d/);
    expect(notice).not.toContain('王德福');
    await citizen.getByRole('button', { name: '提出异议' }).click();
    await citizen.getByRole('button', { name: '提交异议' }).click();
    await sees(citizen, '请写明为什么有意见');
    await look(citizen, 'objection', 'both');
    await citizen.locator('.choice').first().getByRole('checkbox').check();
    await citizen.getByLabel('为什么').fill('这位老人6月一直住在外地的女儿家');
    await citizen.getByLabel('您的姓名').fill('赵明');
    await citizen.getByLabel('您的电话').fill('13800000000');
    await citizen.getByRole('button', { name: '提交异议' }).click();
    await sees(citizen, /收到您的异议/);
    await look(citizen, 'objection-received', 'both');
    await citizen.context().close();
  });

  part(world, 'the row goes on in a case of its own, which only a clerk who did not review may examine', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await sees(clerk, /1行分到另案/);
    const link = clerk.locator('.note').filter({ hasText: '分到另案' }).getByRole('link');
    await link.waitFor();
    story.childId = /cases\/([^/?]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
    await openCase(clerk, story.childId);
    await sees(clerk, '异议核查');
    await sees(clerk, /您办过本件/);
    await look(clerk, 'child-not-mine');
    const other = await story.as('clerk-b');
    await openCase(other, story.childId);
    await openPanel(other, '异议成立');
    await other.getByLabel('审批意见').fill('走访属实，按不满24小时重新审核');
    await confirmPanel(other);
    await sees(other, '街道审核');
  });

  part(world, 'the next deadline ends the publicity, and the clerk who reviewed cannot decide', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await nextDeadline(clerk);
    await openCase(clerk, story.caseId);
    await sees(clerk, /区审批/);
    await sees(clerk, /公示，已满/);
    await sees(clerk, /这一环节不由您办理/);
    const grant = clerk.getByRole('button', { name: /^同意\d+行，¥/ });
    for (const button of await grant.all()) expect(await button.getAttribute('aria-disabled')).toBe('true');
    await look(clerk, 'clerk-cannot-decide');
  });

  part(world, 'the district officer decides with an opinion', async (story) => {
    const officer = await story.as('officer-a');
    await officer.goto('/console/tasks');
    await officer.getByRole('row').filter({ hasText: story.number }).getByRole('rowheader').getByRole('link').click();
    await officer.getByRole('group', { name: '操作' }).waitFor();
    await look(officer, 'district');
    await openPanel(officer, /^同意56行/);
    await officer.getByRole('dialog').locator('.staff-panel-foot').getByRole('button').first().click();
    await sees(officer, '请填写审批意见');
    await officer.getByLabel('审批意见').fill('同意街道意见');
    await look(officer, 'decide');
    await confirmPanel(officer);
    await sees(officer, /送达/);
  });

  part(world, 'the letter is delivered with date and method, and the agent sees remedies with their last days', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await deliver(clerk, '李建国签收');
    await sees(clerk, /直接送达/);
    await look(clerk, 'delivered');
    await printsPapers(clerk, story.caseId);
    const { agent, caseId } = story;
    await agent.goto(`/my/cases/${caseId}`);
    await sees(agent, /送达/);
    await sees(agent, /\d+年\d+月\d+日前可以/);
    await look(agent, 'my-case-decided', 'both');
    await agent
      .getByRole('link', { name: /决定书/ })
      .first()
      .click();
    await agent.getByRole('heading', { level: 1, name: /决定书/ }).waitFor();
    await sees(agent, '6月住院，没有得到24小时服务');
    await sees(agent, /行政复议/);
    await sees(agent, /人民法院/);
    await look(agent, 'letter', 'both');
  });

  part(world, 'the held rows go on as a batch of their own: publicity, decision, letter', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.caseId);
    await clerk.getByRole('button', { name: /看第59行为什么/ }).waitFor();
    await tickRows(clerk, 59, 60);
    await clerk.getByRole('button', { name: '同意', exact: true }).click();
    await confirmPanel(clerk);
    await openPanel(clerk, /^提交公示/);
    await confirmPanel(clerk);
    await sees(clerk, /正在公示/);
  });

  part(world, 'the upheld child case is reviewed again and runs the full new period', async (story) => {
    const clerk = await story.as('clerk-a');
    await openCase(clerk, story.childId);
    await sees(clerk, /分出来的另案/);
    await tickRows(clerk, 1);
    await clerk.getByRole('button', { name: '同意', exact: true }).click();
    await confirmPanel(clerk);
    await openPanel(clerk, /^提交公示/);
    await confirmPanel(clerk);
    await sees(clerk, /正在公示/);
    await look(clerk, 'child-published');
    await nextDeadline(clerk);
    const officer = await story.as('officer-a');
    await decideAndDeliver(story, { caseId: story.caseId, decide: /^同意2行/ });
    await decideAndDeliver(story, { caseId: story.childId, decide: /^同意1行/ });
    await openCase(officer, story.childId);
    await sees(officer, /本件已结束：已办结/);
  });

  part(world, 'the case ends when everything is delivered, and the centre sees it', async (story) => {
    const { agent } = story;
    await agent.goto('/my');
    await agent.getByText('已办结').first().waitFor();
    await look(agent, 'my-cases', 'both');
    await agent.goto(`/my/cases/${story.caseId}`);
    await sees(agent, '这件已经办完。');
    await look(agent, 'my-case-ended', 'both');
  });
}

/** Every paper of the case is in one menu; the form on screen and the PDF hold the same. */
async function printsPapers(clerk: Page, caseId: string): Promise<void> {
  await clerk.getByRole('button', { name: /^打印/ }).click();
  await look(clerk, 'print-menu');
  await clerk.getByRole('link', { name: '审批表', exact: true }).click();
  await sees(clerk, /合计（同意的行）：¥[\d,.]+（大写：.+元整）/);
  await look(clerk, 'approval-form', 'both');
  const pdf = await clerk.request.get(`/api/v1/cases/${caseId}/approval-form.pdf`);
  const { pages, title } = readPdf(await pdf.body());
  expect(title).toContain('审批表');
  expect(pages.at(-1)?.text).toContain(`第${pages.length}页，共${pages.length}页`);
}

/** The officer decides what is before the district, the clerk hands the letter over. */
async function decideAndDeliver(
  story: StoryWorld,
  { caseId, decide }: { readonly caseId: string; readonly decide: RegExp },
): Promise<void> {
  const officer = await story.as('officer-a');
  const clerk = await story.as('clerk-a');
  await openCase(officer, caseId);
  await openPanel(officer, decide);
  await officer.getByLabel('审批意见').fill('同意');
  await confirmPanel(officer);
  await openCase(clerk, caseId);
  await deliver(clerk, '李建国签收');
}
