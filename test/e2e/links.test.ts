import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, logIn, settled, type TestBrowser } from './browser.js';
import { type CarewayProcess, startCareway } from './careway-process.js';

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

/** Where each kind of person begins; every link from there on is followed. */
const PEOPLE = [
  { who: 'somebody not logged in', login: undefined, start: '/', least: 7 },
  { who: 'an agent', login: 'agent-a', start: '/', least: 7 },
  { who: 'a street clerk', login: 'clerk-a', start: '/console', least: 6 },
  { who: 'a district officer', login: 'officer-a', start: '/console', least: 5 },
  { who: 'the auditor', login: 'auditor', start: '/trace', least: 3 },
  { who: 'the administrator', login: 'administrator', start: '/console', least: 3 },
  { who: 'the operator', login: 'operator', start: '/ops', least: 1 },
] as const;

const MOST_PAGES = 30;
const DEAD = /没有找到这个网页|没有找到这个办件|网页出了问题|这一步没办成/;

describe('no link leads nowhere and no button is without a name', () => {
  it.each(PEOPLE)('for $who', async ({ login, start, least }) => {
    const page = await browser.open();
    if (login) await logIn(page, login, careway.password);
    const { visited, dead, nameless } = await walk(page, start);
    expect(dead).toEqual([]);
    expect(nameless).toEqual([]);
    expect(visited.length).toBeGreaterThanOrEqual(least);
    await page.context().close();
  });

  it('no page broke a script or a rule of content', () => {
    expect(browser.faults).toEqual([]);
  });
});

interface Walk {
  readonly visited: readonly string[];
  /** Links that lead to a page that is not there, with the page they stand on. */
  readonly dead: readonly string[];
  readonly nameless: readonly string[];
}

async function walk(page: Page, start: string): Promise<Walk> {
  const found = new Map<string, string>([[start, 'the start']]);
  const visited: string[] = [];
  const dead: string[] = [];
  const nameless: string[] = [];
  for (const [address, from] of found) {
    if (visited.length >= MOST_PAGES) break;
    if (address.startsWith('/api/')) {
      const { status } = await page.evaluate(async (path) => ({ status: (await fetch(path)).status }), address);
      if (status !== 200) dead.push(`${from} → ${address}: ${status}`);
      continue;
    }
    visited.push(address);
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await settled(page);
    if (DEAD.test(await page.locator('main').innerText())) dead.push(`${from} → ${address}`);
    for (const next of await linksOf(page)) if (!found.has(next)) found.set(next, address);
    nameless.push(...(await namelessControls(page)).map((html) => `${address}: ${html}`));
  }
  return { visited, dead, nameless };
}

/** Addresses that this page links to, without the part after #; starting an application makes a draft each time and is left to the story. */
function linksOf(page: Page): Promise<string[]> {
  return page.locator('a[href]').evaluateAll((links) => {
    const own = links.map((link) => new URL((link as HTMLAnchorElement).href)).filter(({ origin }) => origin === location.origin);
    const addresses = own.map(({ pathname, search }) => pathname + search);
    return [...new Set(addresses)].filter((address) => !/^\/apply\/(?!drafts)/.test(address));
  });
}

/** Visible buttons and links that a screen reader could not name. */
async function namelessControls(page: Page): Promise<string[]> {
  const controls = page.locator('button, a[href], summary, input:not([type=hidden]), select, textarea').filter({ visible: true });
  const named = await controls.evaluateAll((all) =>
    all.flatMap((control) => {
      const labels = [...((control as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent ?? '').join('');
      const pictures = [...control.querySelectorAll('img[alt]')].map((image) => image.getAttribute('alt') ?? '').join('');
      const name = [control.getAttribute('aria-label'), control.getAttribute('title'), control.textContent, labels, pictures]
        .join('')
        .trim();
      return name === '' && !control.hasAttribute('aria-labelledby') ? [control.outerHTML.slice(0, 160)] : [];
    }),
  );
  return named;
}
