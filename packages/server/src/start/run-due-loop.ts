import type { Careway } from '@careway/runtime';
import type { Logger } from 'pino';

/** A loop that can be stopped; `stop` waits for the round that is under way. */
export interface RunningLoop {
  stop(): Promise<void>;
}

/**
 * Fires due clocks and performs pending effects of every tenant, one round a second. A round never overlaps the one before it; a fault
 * in one tenant is logged and does not keep the others waiting.
 */
export function runDueLoop(careway: Careway, logger: Logger, interval = 1000): RunningLoop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      round = tickAll(careway, logger).then(next);
    }, interval);
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

async function tickAll(careway: Careway, logger: Logger): Promise<void> {
  for (const tenant of careway.tenants()) {
    try {
      const { failed } = await tenant.tick();
      if (failed > 0) logger.warn({ tenant: tenant.id, failed }, 'effects failed and will be tried again');
    } catch (error) {
      logger.error({ tenant: tenant.id, err: { name: error instanceof Error ? error.name : typeof error } }, 'round failed');
    }
  }
}
