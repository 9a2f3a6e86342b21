import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';

export const WIDE = { width: 1280, height: 860 };
export const NARROW = { width: 390, height: 844 };
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--lang=zh-CN', '--disable-background-networking', '--disable-sync', '--no-first-run'];

/** One Chromium with a profile for each person; everything that goes wrong inside the pages is kept. */
export interface TestBrowser {
  /** A page in a fresh profile: nobody is logged in. */
  readonly open: (options?: { readonly width?: 'wide' | 'narrow' }) => Promise<Page>;
  /** Faults of scripts and broken content rules seen so far, with the address they occurred on. */
  readonly faults: readonly string[];
  /** Every page that is open, in the order of opening. */
  readonly pages: () => readonly Page[];
  readonly close: () => Promise<void>;
}

export async function launchBrowser(address: string): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ARGUMENTS,
  });
  const faults: string[] = [];
  return {
    faults,
    open: async ({ width = 'wide' } = {}) => {
      const context: BrowserContext = await browser.newContext({
        baseURL: address,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: width === 'wide' ? WIDE : NARROW,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(45_000);
      const page = await context.newPage();
      countRequests(page);
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    pages: () => browser.contexts().flatMap((context) => context.pages()),
    close: () => browser.close(),
  };
}

/** Logs in as a person would, by name and password, and waits for the page that follows. */
export async function logIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('登录名', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}

/** Waits until a text can be seen. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

const underWay = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Waits until no request is under way and the answers are drawn. */
export async function settled(page: Page): Promise<void> {
  const drawn = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const open = underWay.get(page) ?? new Set();
  await drawn();
  while (open.size > 0) {
    await Promise.race([page.waitForEvent('requestfinished'), page.waitForEvent('requestfailed')]);
    await drawn();
  }
}
