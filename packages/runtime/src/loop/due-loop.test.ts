import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CityOffice } from '../testing/city-office.js';

const dataDir = mkdtempSync(join(tmpdir(), 'careway-due-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('due clocks', () => {
  it('fire in order after a restart, once each', async () => {
    let real = Date.parse('2026-11-22T01:00:00Z');
    const now = () => real;
    const before = await CityOffice.open({ dataDir, now });
    const [late, shown] = [await before.file(1, 0), await before.file(1, 1)];
    await before.publish(shown);
    await before.careway.close();
    // Three weeks of training time pass while nothing runs.
    real += 21 * 86_400_000;
    const after = await CityOffice.open({ dataDir, now });
    const { fired } = await after.tenant.tick();
    expect(fired).toBeGreaterThanOrEqual(2);
    expect(await after.tenant.tick()).toMatchObject({ fired: 0 });
    const ended = await after.case(shown);
    expect(ended.publicity.map(({ status }) => status)).toEqual(['ended']);
    expect(ended.position.map(({ id }) => id)).toEqual(['district-decision']);
    expect((await after.case(late)).clocks.find(({ clock }) => clock === 'accept')).toMatchObject({
      level: 'overdue',
      breachedOn: expect.any(String),
    });
    const breaches = (await after.tenant.acts(late)).filter(({ type }) => type === 'ClockBreached');
    expect(breaches).toHaveLength(1);
    await after.careway.close();
  });

  it('fire once when two ticks run at the same time', async () => {
    const office = await CityOffice.open();
    const caseId = await office.file(1);
    await office.publish(caseId);
    const ticks = await Promise.all([
      office.tenant.clock.advance({ instant: '2021-07-20T09:00:00+08:00' }),
      office.tenant.tick(),
      office.tenant.tick(),
    ]);
    expect(ticks.reduce((sum, { fired }) => sum + fired, 0)).toBe(1);
    expect((await office.tenant.acts(caseId)).filter(({ type }) => type === 'PublicityEnded')).toHaveLength(1);
  });

  it('move a training clock only forward, to the next working day or the next deadline', async () => {
    const office = await CityOffice.open({ now: () => 0 });
    const { clock } = office.tenant;
    expect(clock.now()).toBe('2021-07-05T09:00:00+08:00');
    await clock.advance('next-working-day');
    expect(clock.now()).toBe('2021-07-06T09:00:00+08:00');
    await clock.advance({ instant: '2021-07-09T17:00:00+08:00' });
    await clock.advance('next-working-day');
    expect(clock.now()).toBe('2021-07-12T09:00:00+08:00');
    await clock.advance({ instant: '2021-07-01T00:00:00+08:00' });
    expect(clock.now()).toBe('2021-07-12T09:00:00+08:00');
    const caseId = await office.file(1);
    const { now, fired } = await clock.advance('next-deadline');
    expect({ now, fired }).toEqual({ now: '2021-07-20T00:00:00+08:00', fired: 1 });
    expect((await office.tenant.acts(caseId)).at(-1)?.recordedAt.slice(0, 10)).toBe('2021-07-20');
  });
});
