import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../memory/index.js';
import { TenantTime } from './training-clock.js';

const start = '2021-07-05T09:00:00+08:00';

function machine() {
  let real = Date.parse('2026-11-22T00:00:00Z');
  return { real: () => real, pass: (milliseconds: number) => void (real += milliseconds) };
}

describe('the training clock', () => {
  it('starts where told, ticks with real time and goes on after a restart', async () => {
    const { settings } = openMemoryStore().tenant('t');
    const { real, pass } = machine();
    const clock = await TenantTime.open({ zone: 'Asia/Shanghai', settings, real, start });
    expect(clock.now()).toBe(start);
    pass(90_000);
    expect(clock.now()).toBe('2021-07-05T09:01:30+08:00');
    await clock.moveTo(Date.parse('2021-07-06T09:00:00+08:00'));
    pass(1000);
    const again = await TenantTime.open({ zone: 'Asia/Shanghai', settings, real, start });
    expect(again.now()).toBe('2021-07-06T09:00:01+08:00');
  });

  it('only moves forward', async () => {
    const { settings } = openMemoryStore().tenant('t');
    const { real, pass } = machine();
    const clock = await TenantTime.open({ zone: 'Asia/Shanghai', settings, real, start });
    expect(await clock.moveTo(Date.parse('2021-07-01T09:00:00+08:00'))).toBe(false);
    expect(clock.now()).toBe(start);
    pass(-60_000);
    expect(clock.now()).toBe(start);
  });

  it('is the real clock where no start is given', async () => {
    const { settings } = openMemoryStore().tenant('t');
    const { real } = machine();
    const clock = await TenantTime.open({ zone: 'Asia/Shanghai', settings, real });
    expect(clock.training).toBe(false);
    expect(clock.now()).toBe('2026-11-22T08:00:00+08:00');
    expect(await clock.moveTo(Date.parse('2030-01-01T00:00:00Z'))).toBe(false);
  });
});
