import { expect } from 'vitest';
import { logIn, sees } from './browser.js';
import { agreement, disguised, photo } from './evidence-files.js';
import { beginApplication, copiedRows, fillMonth, goOn, importRoster, pasteRows, sample, SERVICE } from './portal-pages.js';
import { look } from './screens.js';
import { part, type StoryWorld } from './story-world.js';

/** The agent of a level-4 home files a roster of sixty elders. */
export function tellFiling(world: () => StoryWorld): void {
  part(world, 'the agent finds the service and sees what it is before logging in', async ({ agent }) => {
    await agent.goto('/');
    await look(agent, 'home', 'both');
    await agent.getByRole('link', { name: /申请补贴/ }).click();
    await agent.getByRole('heading', { level: 1, name: '可以申请的事项' }).waitFor();
    await look(agent, 'services', 'both');
    await agent.goto(SERVICE);
    await sees(agent, '开始申请');
    await sees(agent, /2021年12月31日/);
    await look(agent, 'service', 'both');
    await agent.goto('/login');
    await sees(agent, '演练用的登录名');
    await look(agent, 'log-in', 'both');
  });

  part(world, 'a wrong password is told in plain words, a right one opens the agent’s own page', async ({ agent, careway }) => {
    await agent.getByLabel('登录名', { exact: true }).fill('agent-a');
    await agent.getByLabel('密码', { exact: true }).fill('not-this-one');
    await agent.locator('main').getByRole('button', { name: '登录', exact: true }).click();
    await sees(agent, '登录名或密码不对，请核对');
    await logIn(agent, 'agent-a', careway.password);
    await agent.getByRole('heading', { level: 1, name: '我的办件' }).waitFor();
    await look(agent, 'my-empty', 'both');
  });

  part(world, 'starting fills in what the register knows and says where it is from', async ({ agent }) => {
    await beginApplication(agent);
    await sees(agent, /已知道，来自/);
    expect(await agent.getByLabel('机构评定等级').inputValue()).toBe('level-4');
    await look(agent, 'facility', 'both');
    await goOn(agent, '月份和联系人');
    await agent.getByRole('button', { name: '继续', exact: true }).click();
    await sees(agent, /有1处要改/);
    await look(agent, 'month-missing', 'both');
    await fillMonth(agent, ['2021', '06']);
    await goOn(agent, '服务对象名单');
  });

  part(world, 'two pasted elders of a level-4 home come to 385.00 a month', async ({ agent }) => {
    await pasteRows(agent, copiedRows(1, 2));
    await sees(agent, '共2行，没有要改的');
    await sees(agent, '¥385.00');
    await sees(agent, '¥165.00');
    await sees(agent, '¥220.00');
  });

  part(world, 'a roster with faults shows them row by row in plain words', async ({ agent }) => {
    await importRoster(agent, sample('roster-2021-06-with-errors.csv'));
    await sees(agent, /60行里有\d+行要改/);
    await sees(agent, '号码里的生日不存在（1938年2月没有29日），请核对');
    const words = await agent.locator('.grid-errors').allInnerTexts();
    expect(words.length).toBeGreaterThanOrEqual(9);
    for (const line of words) expect(line).not.toMatch(/[A-Z]{3,}_|null|undefined|非法|无效|必填/);
    await look(agent, 'roster-errors', 'both');
    await agent.getByRole('button', { name: '继续', exact: true }).click();
    await sees(agent, /有\d+处要改/);
    expect(agent.url()).toContain('/roster');
  });

  part(world, 'sixty clean rows replace them and the amount builds up', async (story) => {
    await importRoster(story.agent, sample('roster-2021-06.csv'));
    await sees(story.agent, '共60行，没有要改的');
    const total = story.agent.locator('.grid-total strong');
    await total.filter({ hasText: '¥' }).waitFor();
    await story.agent.waitForFunction(() => Number(document.querySelector('.grid-total')?.textContent?.replace(/[^\d.]/g, '')) > 9000);
    story.total = await total.innerText();
    await look(story.agent, 'roster', 'both');
    await goOn(story.agent, '材料');
  });

  part(world, 'a script that calls itself a picture is refused, real evidence is kept', async ({ agent }) => {
    const agreements = agent.getByRole('group', { name: /服务协议/ }).locator('input[type=file]');
    const evidence = agent.getByRole('group', { name: /24小时服务证明/ }).locator('input[type=file]');
    await agreements.setInputFiles(disguised);
    await agent.locator('.field-error').first().waitFor();
    await agreements.setInputFiles(agreement);
    await agent.getByRole('link', { name: agreement.name }).waitFor();
    await evidence.setInputFiles(photo);
    await agent.getByRole('link', { name: photo.name }).waitFor();
    await look(agent, 'evidence', 'both');
  });

  part(world, 'the agent leaves, the server dies, and the draft is there as it was', async ({ agent, careway }) => {
    await agent.getByRole('button', { name: '先存下来，以后再填' }).click();
    await agent.getByRole('heading', { level: 1, name: '我的办件' }).waitFor();
    await careway.killAndRestart();
    await agent.reload();
    await agent.getByRole('link', { name: /接着填/ }).click();
    await agent.getByRole('heading', { level: 1, name: '材料' }).waitFor();
    await sees(agent, agreement.name);
    await goOn(agent, /请核对/);
  });

  part(world, 'the answers are checked, an undeclared application is held back, then it is filed', async (story) => {
    await sees(story.agent, story.total);
    await look(story.agent, 'check', 'both');
    await story.agent.getByRole('button', { name: '提交申请' }).click();
    await sees(story.agent, '请确认以上情况属实');
    await story.agent.getByRole('checkbox', { name: '以上情况属实' }).check();
    await story.agent.getByRole('button', { name: '提交申请' }).click();
    await story.agent.waitForURL(/\/receipt$/);
    await story.agent.getByRole('heading', { level: 1, name: /收到您的申请了/ }).waitFor();
    await story.agent.locator('.receipt-number').filter({ hasText: /\d/ }).waitFor();
    story.number = (await story.agent.locator('.receipt-number').innerText()).replace(/\s/g, '');
    story.code = (await story.agent.locator('.receipt-code').innerText()).replace(/\s/g, '');
    story.caseId = /cases\/([^/]+)\/receipt/.exec(story.agent.url())?.[1] ?? '';
    expect(story.caseId).not.toBe('');
    await look(story.agent, 'receipt', 'both');
  });

  part(world, 'the server is killed and nothing of the application is lost', async (story) => {
    await story.careway.killAndRestart();
    await story.agent.reload();
    await sees(story.agent, story.number);
    await story.agent.getByRole('link', { name: '查进度' }).last().click();
    await sees(story.agent, '名单，60人');
    await look(story.agent, 'my-case', 'both');
    const stranger = await story.browser.open();
    await stranger.goto('/track');
    await stranger.getByLabel('受理编号').fill(story.number);
    await stranger.getByLabel('查询码').fill(story.code);
    await stranger.locator('main').getByRole('button', { name: '查进度' }).click();
    await stranger.getByText('家庭护理型养老床位').first().waitFor();
    expect(await stranger.locator('main').innerText()).not.toContain('¥');
    await look(stranger, 'track', 'both');
    await stranger.context().close();
  });
}
