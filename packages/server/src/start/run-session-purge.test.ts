import { pino } from 'pino';
import { expect, it } from 'vitest';
import { fakeCareway } from '../testing/fake-careway.js';
import { smallPack } from '../testing/small-pack.js';
import { runSessionPurge } from './run-session-purge.js';

it('drops what has expired when the server starts, and keeps the sessions that live', async () => {
  const careway = await fakeCareway(smallPack, {});
  const people = careway.tenants()[0]?.people;
  for (const expiresAt of [999, 1001]) await people?.putSession({ tokenHash: `t${expiresAt}`, personId: 'p', csrf: 'c', expiresAt });
  await runSessionPurge(careway, pino({ level: 'silent' }), { now: () => 1000 }).stop();
  expect(await people?.session('t999')).toBeUndefined();
  expect(await people?.session('t1001')).toMatchObject({ expiresAt: 1001 });
});
