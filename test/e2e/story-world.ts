import type { Page } from 'playwright-core';
import { it, onTestFailed } from 'vitest';
import { launchBrowser, logIn, type TestBrowser } from './browser.js';
import { type CarewayProcess, startCareway } from './careway-process.js';

/** What the parts of the story hand on to one another. */
export interface StoryWorld {
  readonly careway: CarewayProcess;
  readonly browser: TestBrowser;
  /** The centre's agent; logs in during the first chapter. */
  readonly agent: Page;
  /** Pages of other people, each logged in in a profile of its own, opened when first asked for. */
  readonly as: (login: string) => Promise<Page>;
  readonly close: () => Promise<void>;
  caseId: string;
  number: string;
  code: string;
  childId: string;
  total: string;
  broken?: string;
}

export async function openWorld(): Promise<StoryWorld> {
  const careway = await startCareway();
  const browser = await launchBrowser(careway.address);
  const agent = await browser.open();
  const pages = new Map<string, Page>([['agent-a', agent]]);
  return {
    careway,
    browser,
    agent,
    as: async (login) => {
      const known = pages.get(login);
      if (known) return known;
      const page = await browser.open();
      pages.set(login, page);
      await logIn(page, login, careway.password);
      return page;
    },
    close: async () => {
      await browser.close();
      await careway.close();
    },
    caseId: '',
    number: '',
    code: '',
    childId: '',
    total: '',
  };
}

/** One part of the story. Parts go on where the one before ended, so after a failure the rest is named as not tried. */
export function part(world: () => StoryWorld, name: string, run: (world: StoryWorld) => Promise<void>): void {
  it(name, async () => {
    const now = world();
    if (now.broken) throw new Error(`not tried: the story broke at "${now.broken}"`);
    onTestFailed(async () => {
      now.broken ??= name;
      await keepPictures(now);
    });
    await run(now);
  });
}

/** Pictures of every page at the moment of a failure, when `CAREWAY_FAILURES_TO` names a folder. */
async function keepPictures(world: StoryWorld): Promise<void> {
  const folder = process.env['CAREWAY_FAILURES_TO'];
  if (!folder) return;
  for (const [index, page] of world.browser.pages().entries())
    await page.screenshot({ path: `${folder}/page-${index}.png`, fullPage: true });
}
