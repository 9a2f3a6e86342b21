import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TenantRuntime } from '@careway/runtime';
import { openInstance } from '@careway/server';
import { listen } from '@careway/server/testing';
import type { Page } from 'playwright-core';
import { launchBrowser, logIn, type TestBrowser } from './browser.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BASE = join(ROOT, 'workflows');
const { password } = JSON.parse(readFileSync(join(BASE, 'demo.json'), 'utf8')) as { password: string };

/** The second demo tenant: the base pack on the real clock. Its time is the test's, so that publicity and deadlines can pass. */
export interface DemoCity {
  readonly address: string;
  readonly tenant: TenantRuntime;
  readonly browser: TestBrowser;
  /** A page of somebody, logged in in a profile of its own; the public without a name. */
  readonly as: (login?: string, width?: 'wide' | 'narrow') => Promise<Page>;
  /** The tenant's day moves to 09:00 of an ISO date; everything that falls due on the way happens. */
  readonly goTo: (day: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param start ISO date on which the city begins, 09:00 of it. */
export async function openDemoCity(start: string): Promise<DemoCity> {
  const dataDir = mkdtempSync(join(tmpdir(), 'careway-city-'));
  const clock = { at: morning(start), since: Date.now() };
  const { careway, app } = await openInstance({
    dataDir,
    packDirs: [BASE],
    demo: true,
    staticDir: join(ROOT, 'packages/console/dist'),
    passwordCost: { memoryCost: 1024, timeCost: 1 },
    logLevel: 'silent',
    now: () => clock.at + Date.now() - clock.since,
  });
  const tenant = careway.tenants()[0] as TenantRuntime;
  const { address, close } = await listen(app);
  const browser = await launchBrowser(address);
  const pages = new Map<string, Page>();
  return {
    address,
    tenant,
    browser,
    as: async (login, width = 'wide') => {
      const key = `${login ?? ''} ${width}`;
      const known = pages.get(key);
      if (known) return known;
      const page = await browser.open({ width });
      pages.set(key, page);
      if (login !== undefined) await logIn(page, login, password);
      return page;
    },
    goTo: async (day) => {
      clock.at = morning(day);
      clock.since = Date.now();
      await settle(tenant);
    },
    close: async () => {
      await browser.close();
      await close();
      await careway.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function morning(day: string): number {
  return Date.parse(`${day}T09:00:00+08:00`);
}

async function settle(tenant: TenantRuntime): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const { fired, opened, performed } = await tenant.tick();
    if (fired + opened + performed === 0) return;
  }
}
