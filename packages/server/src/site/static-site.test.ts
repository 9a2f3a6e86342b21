import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.js';
import { fakeCareway } from '../testing/fake-careway.js';
import { smallPack } from '../testing/small-pack.js';
import { listen } from '../testing/test-client.js';

let address: string;
let close: () => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), 'careway-site-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Careway</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {}');
  const app = createApp({ careway: await fakeCareway(smallPack), logger: pino({ level: 'silent' }), staticDir: folder });
  ({ address, close } = await listen(app));
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

describe('the web app', () => {
  it('is served at every address that is not the interface, never from a cache', async () => {
    for (const path of ['/', '/console/cases/c-1', '/apply/drafts/d/check']) {
      const page = await fetch(address + path);
      expect([page.status, await page.text(), page.headers.get('cache-control')]).toEqual([200, '<title>Careway</title>', 'no-cache']);
    }
    expect((await fetch(`${address}/api/v2/anything`)).headers.get('content-type')).toContain('application/problem+json');
  });

  it('keeps hashed files for a year and does not answer a missing one with the page', async () => {
    const script = await fetch(`${address}/assets/index-abc123.js`);
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    const missing = await fetch(`${address}/assets/index-old.js`);
    expect([missing.status, await missing.text()]).toEqual([404, 'Not found']);
  });

  it('does not leave its folder', async () => {
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd']) {
      expect(await (await fetch(address + path)).text()).not.toContain('root:');
    }
  });

  it('lets scripts come from its own files only and stays out of frames', async () => {
    const { headers } = await fetch(address);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
