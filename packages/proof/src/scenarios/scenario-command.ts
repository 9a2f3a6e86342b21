import type { ComposedPack, Issue, ScenarioStep } from '@careway/definition';
import type { CaseState, Command, TakeAction } from '@careway/engine';
import { simulateSubmission } from '../simulation/simulated-submission.js';

export type StepCommand =
  | { readonly command: Command; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly command?: undefined }
  /** The step only moves the clock. */
  | { readonly command?: undefined; readonly issues?: undefined };

/** The command that a step of a scenario stands for, on the case as it is now. Rows are named by number, letters by their document. */
export function scenarioCommand(composed: ComposedPack, state: CaseState, step: ScenarioStep, today: string): StepCommand {
  if (step.submission) return supplement(composed, state, step, today);
  if (step.procedure !== undefined) return { command: procedure(state, step) };
  return step.action === undefined ? {} : { command: takeAction(state, step) };
}

function supplement(composed: ComposedPack, state: CaseState, step: ScenarioStep, today: string): StepCommand {
  const service = composed.services.get(state.service);
  if (!service) throw new TypeError(`the pack has no service ${state.service}`);
  const { submission, issues } = simulateSubmission(composed, service, {
    data: step.submission,
    today,
    stage: 'draft',
    recorded: state.answers,
  });
  if (!submission) return { issues };
  return { command: { type: 'FileSupplement', submission, ...defined({ effectiveOn: step.effectiveOn }) } };
}

function procedure(state: CaseState, step: ScenarioStep): Command {
  const { procedure: id = '', vote = 'request', days = 0, reason = '' } = step;
  if (vote !== 'request') {
    const open = state.procedures.find((known) => known.procedure === id);
    return { type: 'VoteProcedure', id: open?.id ?? id, vote };
  }
  const clock = state.clocks.findLast((known) => known.clock === step.clock && known.status !== 'ended' && known.status !== 'canceled');
  return { type: 'RequestProcedure', procedure: id, clock: clock?.id ?? step.clock ?? '', days, reason };
}

function takeAction(state: CaseState, step: ScenarioStep): TakeAction {
  const items = step.items?.map((row) => state.items.find((item) => item.row === row)?.id ?? `row-${row}`);
  const letter =
    state.letters.findLast((known) => known.letter === step.letter && known.status !== 'delivered') ??
    state.letters.findLast((known) => known.letter === step.letter);
  return {
    type: 'TakeAction',
    step: step.step ?? state.position[0] ?? '',
    action: step.action ?? '',
    ...defined({
      effectiveOn: step.effectiveOn,
      opinion: step.opinion,
      reason: step.reason,
      clause: step.clause,
      items,
      outcome: step.outcome,
      amount: step.amount,
      list: step.list,
      letter: letter?.id ?? step.letter,
      method: step.method,
    }),
  };
}

function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
