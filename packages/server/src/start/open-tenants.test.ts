import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openTenants } from './open-tenants.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folders: string[] = [];
const open = (demo: boolean) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'careway-tenants-'));
  folders.push(dataDir);
  const packDirs = [join(root, 'workflows'), join(root, 'examples/hohhot')];
  return openTenants({ dataDir, packDirs, demo, passwordCost: { memoryCost: 1024, timeCost: 1 } });
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the tenants of a server', () => {
  it('are in a demo those of every pack with a demo of its own, the city first', { timeout: 120_000 }, async () => {
    const { careway, demo } = await open(true);
    const [city, base, ...more] = careway.tenants();
    expect([city?.id, base?.id, more]).toEqual(['hohhot-demo', 'demo-city', []]);
    expect(city?.clock.training).toBe(true);
    expect(base?.clock.training).toBe(false);
    expect(demo?.people['demo-city']?.map(({ login }) => login)).toContain('assessor-a');
    expect(await base?.people.byLogin('home')).toMatchObject({ organisations: [{ name: '朝晖颐养院（演示）' }] });
    expect(demo?.notices).not.toHaveProperty('demo-city');
    await careway.close();
  });

  it('are otherwise those of the packs that no other pack extends', async () => {
    const { careway, demo } = await open(false);
    expect(careway.tenants().map(({ id }) => id)).toEqual(['hohhot']);
    expect(demo).toBeUndefined();
    await careway.close();
  });
});
