import type { CaseState, EffectOutcome } from '@careway/engine';
import { type CommandLoop, stateOf } from '../loop/command-loop.js';
import { SerialQueue } from '../loop/serial-queue.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { PendingEffect } from '../ports/case-store.js';
import { performEffect } from './perform-effect.js';

/** After so many failed attempts a person decides whether to try again. */
export const attemptsUntilDead = 8;

export interface EffectsRun {
  readonly performed: number;
  readonly failed: number;
}

/** Performs effects from the outbox, at least once each, and feeds their outcomes back as idempotent commands. */
export class EffectRunner {
  readonly #queue = new SerialQueue();

  constructor(
    readonly parts: TenantParts,
    readonly loop: CommandLoop,
  ) {}

  /** Performs what is pending for a case, and for the cases that this changes, until nothing is left that may be tried now. */
  async run(caseId: string): Promise<EffectsRun> {
    const waiting = [caseId];
    let performed = 0;
    let failed = 0;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const touched: string[] = [];
      const id = next;
      const result = await this.#queue.run(id, () => this.#runOne(id, touched));
      performed += result.performed;
      failed += result.failed;
      for (const other of touched) if (!waiting.includes(other)) waiting.push(other);
    }
    return { performed, failed };
  }

  /** The same after a command that is committed: a fault here never takes its acknowledgement back, the next tick tries again. */
  async settle(caseId: string): Promise<void> {
    try {
      await this.run(caseId);
    } catch {
      // The outbox still holds what was not done.
    }
  }

  async #runOne(caseId: string, touched: string[]): Promise<EffectsRun> {
    let performed = 0;
    let failed = 0;
    for (;;) {
      const until = new Date(this.parts.time.at).toISOString();
      const pending = await this.parts.store.cases.pending({ caseId, until, limit: 1000 });
      if (pending.length === 0) return { performed, failed };
      const state = stateOf(await this.parts.store.cases.load(caseId));
      if (!state) return { performed, failed };
      const results = await Promise.all(pending.map((one) => this.#attempt(one, state, (other) => touched.push(other))));
      const done = results.filter((result) => result.done);
      performed += done.length;
      failed += results.length - done.length;
      const outcomes = done.flatMap(({ id, outcome }) => (outcome ? [{ id, outcome }] : []));
      await Promise.all(done.filter(({ outcome }) => !outcome).map(({ id }) => this.parts.store.cases.note(id, 'done')));
      if (outcomes.length > 0) await this.#record(caseId, outcomes);
    }
  }

  async #attempt(pending: PendingEffect, state: CaseState, touched: (caseId: string) => void) {
    const { effect } = pending;
    try {
      const outcome = await performEffect({ parts: this.parts, loop: this.loop, state, effect, touched });
      return { id: effect.id, done: true, outcome };
    } catch (error) {
      await this.#postpone(pending, error);
      return { id: effect.id, done: false, outcome: undefined };
    }
  }

  async #postpone(pending: PendingEffect, error: unknown): Promise<void> {
    const attempts = pending.attempts + 1;
    // 1, 2, 4 … seconds, in the tenant's own time.
    const notBefore = new Date(this.parts.time.at + 1000 * 2 ** (attempts - 1)).toISOString();
    const message = error instanceof Error ? error.message : String(error);
    await this.parts.store.cases.note(pending.effect.id, {
      attempts,
      notBefore,
      error: message.slice(0, 500),
      dead: attempts >= attemptsUntilDead,
    });
  }

  /** Only what is still pending is recorded: two runners never record one outcome twice. */
  async #record(caseId: string, done: readonly { readonly id: string; readonly outcome: EffectOutcome }[]): Promise<void> {
    const open = async () => {
      const pending = await this.parts.store.cases.pending({ caseId, limit: 10_000 });
      const ids = new Set(pending.map(({ effect }) => effect.id));
      return done.filter(({ id }) => ids.has(id));
    };
    const ids = done.map(({ id }) => id);
    const result = await this.loop.execute({
      caseId,
      key: `outcome:${ids[0]}:${ids.length}:${this.parts.sealer.sign(ids.join()).slice(0, 16)}`,
      body: { effects: ids },
      actor: () => ({ kind: 'system', cause: 'effect' }),
      command: async () => {
        const left = await open();
        return left.length === 0 ? undefined : { type: 'RecordOutcomes', outcomes: left.map(({ outcome }) => outcome) };
      },
      settled: async () => (await open()).map(({ id }) => id),
    });
    if (result.ok) return;
    const why = result.kind === 'refused' ? result.refusal.code : result.kind === 'issues' ? (result.issues[0]?.code ?? '') : result.kind;
    const pending = await this.parts.store.cases.pending({ caseId, limit: 10_000 });
    for (const one of pending.filter(({ effect }) => ids.includes(effect.id))) {
      await this.#postpone(one, new Error(`the outcome was refused: ${why}`));
    }
  }
}
