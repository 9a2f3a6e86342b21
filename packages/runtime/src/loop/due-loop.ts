import { type ClockState, dueClocks, firesAt } from '@careway/engine';
import type { EffectRunner } from '../effects/effect-runner.js';
import { type CommandLoop, stateOf } from './command-loop.js';
import type { TenantParts } from './tenant-parts.js';

const casesAtOnce = 200;

/** Fires due clocks as ordinary commands, the earliest first, each exactly once, and performs what that causes. */
export class DueLoop {
  constructor(
    readonly parts: TenantParts,
    readonly loop: CommandLoop,
    readonly effects: EffectRunner,
  ) {}

  /** Fires everything that is due now. Answers how many clocks fired. */
  async fire(): Promise<number> {
    let fired = 0;
    const stuck = new Set<string>();
    for (;;) {
      const now = new Date(this.parts.time.at).toISOString();
      const due = await this.parts.store.cases.due(now, casesAtOnce);
      const fresh = due.filter(({ caseId, nextDue }) => !stuck.has(`${caseId} ${nextDue}`));
      if (fresh.length === 0) return fired;
      for (const { caseId, nextDue } of fresh) {
        const count = await this.#fireCase(caseId);
        if (count === 0) stuck.add(`${caseId} ${nextDue}`);
        fired += count;
      }
    }
  }

  async #fireCase(caseId: string): Promise<number> {
    const state = stateOf(await this.parts.store.cases.load(caseId));
    const clock = state && dueClocks(state, this.parts.time.now())[0];
    const found = state?.clocks.find(({ id }) => id === clock);
    if (clock === undefined || !found) return 0;
    const result = await this.loop.execute({
      caseId,
      key: `clock:${caseId}:${clock}:${occasion(found)}`,
      body: { clock },
      actor: () => ({ kind: 'system', cause: 'clock' }),
      command: () => ({ type: 'FireClock', clock }),
    });
    if (!result.ok) return 0;
    await this.effects.run(caseId);
    return result.replayed || result.acts === 0 ? 0 : 1;
  }

  /** Performs effects of any case that may be tried now. */
  async perform(): Promise<{ readonly performed: number; readonly failed: number }> {
    let performed = 0;
    let failed = 0;
    const until = new Date(this.parts.time.at).toISOString();
    const pending = await this.parts.store.cases.pending({ until, limit: 5000 });
    for (const caseId of new Set(pending.map((one) => one.caseId))) {
      const run = await this.effects.run(caseId);
      performed += run.performed;
      failed += run.failed;
    }
    return { performed, failed };
  }

  /** Computes clocks that waited for a calendar year. */
  async determine(): Promise<void> {
    const { rows } = await this.parts.store.cases.list({ list: 'undetermined', sort: 'opened', offset: 0, limit: 100_000 });
    for (const { caseId } of rows) {
      const years = [...this.parts.shelf.calendars(this.parts.areas.areas[0]?.id ?? '').keys()].join();
      await this.loop.execute({
        caseId,
        key: `determine:${caseId}:${this.parts.sealer.sign(years).slice(0, 16)}`,
        body: { years },
        actor: () => ({ kind: 'system', cause: 'clock' }),
        command: () => ({ type: 'DetermineClocks' }),
      });
      await this.effects.run(caseId);
    }
  }
}

/** What fires: the breach or the end of the period, or one level after another. */
function occasion(clock: ClockState): string {
  const at = firesAt(clock) ?? '';
  return clock.breachedOn === undefined ? at : `${at}:level-${(clock.escalated ?? 0) + 1}`;
}
