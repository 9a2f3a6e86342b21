import type { Careway } from '@careway/runtime';
import type { Logger } from 'pino';
import type { RunningLoop } from './run-due-loop.js';

const hour = 3_600_000;

/** Drops expired sessions of every tenant now and once an hour; `stop` waits for the round that is under way. */
export function runSessionPurge(careway: Careway, logger: Logger, { interval = hour, now = Date.now } = {}): RunningLoop {
  const purge = async () => {
    for (const tenant of careway.tenants()) {
      try {
        await tenant.people.purgeSessions(now());
      } catch (error) {
        logger.error({ tenant: tenant.id, err: { name: error instanceof Error ? error.name : typeof error } }, 'sessions not purged');
      }
    }
  };
  let round = purge();
  const timer = setInterval(() => {
    round = round.then(purge);
  }, interval);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
