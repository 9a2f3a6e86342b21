import type { Careway } from '@careway/runtime';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { listenOn } from './listen.js';
import { runDueLoop } from './run-due-loop.js';
import { storeError } from './start-error.js';

const silent = pino({ level: 'silent' });

describe('the due loop', () => {
  it('goes on with other tenants and other rounds when one fails, and never overlaps', async () => {
    let running = 0;
    let most = 0;
    const ticks: string[] = [];
    const tenant = (id: string, fails: boolean) => ({
      id,
      tick: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        ticks.push(id);
        if (fails) throw new Error('broken');
        return { fired: 0, performed: 0, failed: 1 };
      },
    });
    const careway = { tenants: () => [tenant('a', true), tenant('b', false)] } as unknown as Careway;
    const loop = runDueLoop(careway, silent, 1);
    while (ticks.length < 6) await new Promise((resolve) => setTimeout(resolve, 2));
    await loop.stop();
    const stoppedAt = ticks.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([most, ticks.length, ticks.slice(0, 4)]).toEqual([1, stoppedAt, ['a', 'b', 'a', 'b']]);
  });
});

describe('a port', () => {
  it('that is taken is told in one line with what to do', async () => {
    const first = await listenOn((_request, response) => response.end(), 0);
    const port = Number(new URL(first.address).port);
    await expect(listenOn(() => {}, port)).rejects.toThrow(
      `Port ${port} is taken. Stop the other program, or start with another one: --port ${port + 1}`,
    );
    await first.close();
  });
});

describe('a data folder', () => {
  it('that cannot be written is told in one line; other faults stay themselves', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(storeError(denied, '/srv/data')).toMatchObject({ code: 'FOLDER_NOT_WRITABLE' });
    const bug = new TypeError('x');
    expect(storeError(bug, '/srv/data')).toBe(bug);
  });
});
