import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sees, settled } from './browser.js';
import { look } from './screens.js';
import { part, type StoryWorld } from './story-world.js';

const box = (page: Page, sentence: RegExp) => page.getByRole('textbox', { name: sentence });
const saved = (page: Page) => page.getByRole('status', { name: '保存情况' }).filter({ hasText: '已自动保存' }).waitFor();

/** Two administrators raise a rate from the coming month on: one changes and submits, the other checks and publishes. */
export function tellParameters(world: () => StoryWorld): void {
  part(world, 'an administrator reads the figures in the policy’s wording and changes one', async ({ as }) => {
    const page = await as('administrator');
    await page.goto('/designer');
    await page.getByRole('heading', { level: 1, name: '标准和天数' }).waitFor();
    await look(page, 'designer-home', 'both');
    await page.getByRole('link', { name: '改标准' }).click();
    await page.getByRole('heading', { level: 1, name: /标准和天数$/ }).waitFor();
    const rate = box(page, /基准运营补贴 中度失能失智老人/);
    expect(await rate.inputValue()).toBe('150.00');
    await page.getByText('§五(二)3').first().click();
    await sees(page, /基准运营补贴分别按每人每月150元、200元的标准发放/);
    await rate.fill('160');
    await saved(page);
    await sees(page, '基准运营补贴（中度）：150.00 → 160.00');
  });

  part(world, 'a day count out of range says so in its field, keeps what was typed, and can be undone', async ({ as }) => {
    const page = await as('administrator');
    await page.getByRole('link', { name: /^天数（/ }).click();
    const days = box(page, /补贴审批 收到申请后，街道在/);
    await days.fill('90');
    await sees(page, /可填1到60/);
    expect(await days.inputValue()).toBe('90');
    await saved(page);
    await look(page, 'parameters-changed');
    await page.getByRole('button', { name: /^撤销：受理天数/ }).click();
    expect(await days.inputValue()).toBe('5');
    await page.getByRole('button', { name: '上一步' }).click();
    expect(await days.inputValue()).toBe('90');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.reload();
    await sees(page, '基准运营补贴（中度）：150.00 → 160.00');
    await page.getByLabel('从哪一天起施行').fill('2021年12月1日');
    await page.getByLabel('凭什么改').fill('市长办公会纪要〔2021〕7号');
    await saved(page);
    await sees(page, '按服务月份算的标准，从2021年12月的服务起按新的算。');
    await page.setViewportSize({ width: 390, height: 844 });
    await sees(page, /这里只能看/);
    expect(await page.getByRole('textbox', { name: /失能失智老人/ }).count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  part(world, 'sees what it comes to and hands it to the second person, being the wrong one to publish', async ({ as }) => {
    const page = await as('administrator');
    await page.getByRole('button', { name: '看看影响，再提交' }).click();
    await page.getByRole('heading', { name: '在办的件' }).waitFor();
    await sees(page, '¥176.00');
    await page.getByRole('heading', { name: '测试场景' }).waitFor();
    await look(page, 'proposal-draft', 'both');
    expect(await page.getByRole('button', { name: '提交给另一位管理员' }).getAttribute('aria-disabled')).toBe('true');
    for (const tick of await page.getByRole('checkbox', { name: /^有意改变/ }).all()) await tick.check();
    await page.getByRole('button', { name: '提交给另一位管理员' }).click();
    await sees(page, /提出改动的人不能自己发布。请另一位管理员来发布：/);
    expect(await page.getByRole('button', { name: /^发布/ }).count()).toBe(0);
    await look(page, 'proposal-submitted');
  });

  part(world, 'the second person looks at the same and publishes with a note', async ({ as }) => {
    const page = await as('administrator-b');
    await page.goto('/designer');
    await page.getByRole('link', { name: '基准运营补贴（中度）：150.00 → 160.00' }).click();
    await page.getByRole('heading', { name: '在办的件' }).waitFor();
    await page.getByRole('button', { name: /^发布，2021年12月1日起施行/ }).click();
    await sees(page, '请先写一句说明');
    await page.getByLabel('说明（核对了什么）').fill('已对照纪要核对');
    await look(page, 'proposal-second', 'both');
    await page.getByRole('button', { name: /^发布，2021年12月1日起施行/ }).click();
    await sees(page, '已发布。2021年12月1日起按新的办。');
    await page.goto('/designer');
    await page.getByRole('heading', { name: '发布记录' }).waitFor();
    await settled(page);
    expect(await page.locator('main').innerText()).toMatch(/周志刚\s+郑美玲/);
    await look(page, 'designer-published', 'both');
    const auditor = await as('auditor');
    await auditor.goto('/trace/publications');
    await sees(auditor, '基准运营补贴（中度）：150.00 → 160.00');
    await look(auditor, 'publications', 'both');
  });
}
