import { type CompiledWorkflow, compileWorkflow } from '../compile/compile-workflow.js';
import { decide } from '../decide/decide.js';
import type { Act } from '../types/act.js';
import type { Actor } from '../types/actor.js';
import type { Command, EffectOutcome, TakeAction, ValidatedSubmission } from '../types/command.js';
import type { DecideContext, Decided } from '../types/context.js';
import type { Effect } from '../types/effect.js';
import type { CaseState } from '../types/state.js';
import { grantWorkflow } from './grant-workflow.js';
import { areaPath, people, type RowInput, submissionOf, testContext } from './test-context.js';

/** Plays commands against one case and keeps what came of them. Effects are answered only when `settle` is called. */
export class CaseRunner {
  state: CaseState | undefined;
  readonly acts: Act[] = [];
  effects: Effect[] = [];
  last: Decided | undefined;
  now: string;
  private readonly more: Partial<DecideContext>;

  constructor(
    readonly compiled: CompiledWorkflow = compileWorkflow(grantWorkflow, { hash: 'h1' }),
    options: { readonly now?: string; readonly context?: Partial<DecideContext> } = {},
  ) {
    this.now = options.now ?? '2021-07-05T09:00:00+08:00';
    this.more = options.context ?? {};
  }

  get live(): CaseState {
    if (!this.state) throw new Error('not opened');
    return this.state;
  }

  context(actor: Actor): DecideContext {
    return testContext(actor, this.now, this.more);
  }

  try(actor: Actor, command: Command): Decided {
    const decided = decide(this.compiled, this.state, command, this.context(actor));
    this.last = decided;
    if (decided.ok) {
      this.state = decided.state;
      this.acts.push(...decided.acts);
      this.effects.push(...decided.effects);
    }
    return decided;
  }

  do(actor: Actor, command: Command): this {
    const decided = this.try(actor, command);
    if (!decided.ok) throw new Error(JSON.stringify(decided));
    return this;
  }

  open(rows: readonly RowInput[] = [{}, {}], answers?: ValidatedSubmission['answers']): this {
    return this.do(people.agent, {
      type: 'OpenCase',
      caseId: 'case-1',
      tenant: 'city',
      service: 'bed-grant',
      areaPath,
      submission: submissionOf(rows, answers),
      parties: [{ party: 'applicant', kind: 'organisation', subject: 'org-1', name: '某中心', agents: ['agent'] }],
    });
  }

  take(actor: Actor, step: string, action: string, more: Partial<TakeAction> = {}): this {
    return this.do(actor, { type: 'TakeAction', step, action, ...more });
  }

  tryTake(actor: Actor, step: string, action: string, more: Partial<TakeAction> = {}): Decided {
    return this.try(actor, { type: 'TakeAction', step, action, ...more });
  }

  /** Answers all pending effects as a world where nothing is contested. */
  settle(): this {
    const outcomes = this.effects.flatMap((effect, index): EffectOutcome[] => {
      if (effect.kind === 'claim') return [{ kind: 'claim-granted', item: effect.item }];
      if (effect.kind === 'write-record') return [{ kind: 'record-written', write: effect.write, version: 1 }];
      if (effect.kind === 'record-entitlement') return [{ kind: 'entitlement-recorded', item: effect.item, record: `e${index}` }];
      if (effect.kind === 'open-child') return [{ kind: 'child-opened', key: effect.key, caseId: `child-${effect.key}` }];
      if (effect.kind !== 'assign-number') return [];
      return [{ kind: 'number-assigned', for: effect.for, ...(effect.letter ? { letter: effect.letter } : {}), number: `N-${index}` }];
    });
    this.effects = [];
    return outcomes.length > 0 ? this.do(people.outbox, { type: 'RecordOutcomes', outcomes }) : this;
  }

  clock(id: string) {
    return this.live.clocks.find((known) => known.clock === id);
  }

  /** Moves the time to the clock's due instant and fires it. */
  fire(id: string): this {
    const found = this.clock(id);
    if (found?.dueAt === undefined) throw new Error(`clock ${id} is not running`);
    this.now = found.dueAt;
    return this.do(people.clockwork, { type: 'FireClock', clock: found.id });
  }
}
